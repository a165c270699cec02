// A user's container: answers HTTP/1.1, HTTP/2 without TLS and gRPC on $PORT with who it is, and logs each request
// that has the header x-request-number. TARGET=crash ends it at once, TARGET=unready fails every probe, TARGET=ill takes
// 150 ms for a numbered request and answers every fourth with 500.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

var (
	version  = os.Getenv("K_SERVICE")
	revision = os.Getenv("K_REVISION")
	target   = os.Getenv("TARGET")
	output   = json.NewEncoder(os.Stdout)
	numbered atomic.Int64
)

// One line for each numbered request; what the tests count.
type received struct {
	Number   string `json:"number"`
	Host     string `json:"host"`
	Protocol string `json:"protocol"`
	Revision string `json:"revision"`
}

// Check answers the health service's call: a real gRPC service that needs no generated code of its own.
type health struct {
	grpc_health_v1.UnimplementedHealthServer
}

func (health) Check(ctx context.Context, request *grpc_health_v1.HealthCheckRequest) (*grpc_health_v1.HealthCheckResponse, error) {
	in, _ := metadata.FromIncomingContext(ctx)
	if numbers := in.Get("x-request-number"); len(numbers) > 0 {
		host := strings.Join(in.Get(":authority"), "")
		_ = output.Encode(received{numbers[0], host, "grpc", revision})
	}
	if request.GetService() == "missing" {
		return nil, status.Error(codes.NotFound, "no such service")
	}
	if err := grpc.SetHeader(ctx, metadata.Pairs("version", version, "revision", revision)); err != nil {
		return nil, err
	}
	return &grpc_health_v1.HealthCheckResponse{Status: grpc_health_v1.HealthCheckResponse_SERVING}, nil
}

func answer(writer http.ResponseWriter, request *http.Request) {
	if number := request.Header.Get("x-request-number"); number != "" {
		_ = output.Encode(received{number, request.Host, request.Proto, revision})
	}
	writer.Header().Set("content-type", "application/json")
	if target == "unready" {
		writer.WriteHeader(http.StatusServiceUnavailable)
	}
	if target == "ill" && request.Header.Get("x-request-number") != "" {
		time.Sleep(150 * time.Millisecond)
		if numbered.Add(1)%4 == 0 {
			writer.WriteHeader(http.StatusInternalServerError)
		}
	}
	_ = json.NewEncoder(writer).Encode(map[string]any{
		"version": version, "revision": revision, "target": target, "host": request.Host,
		"path": request.URL.Path, "protocol": request.Proto, "headers": request.Header,
	})
}

func main() {
	if target == "crash" {
		log.Fatal("TARGET=crash")
	}
	rpc := grpc.NewServer()
	grpc_health_v1.RegisterHealthServer(rpc, health{})
	handler := http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		if strings.HasPrefix(request.Header.Get("content-type"), "application/grpc") {
			rpc.ServeHTTP(writer, request)
			return
		}
		answer(writer, request)
	})
	protocols := new(http.Protocols)
	protocols.SetHTTP1(true)
	protocols.SetUnencryptedHTTP2(true)
	server := &http.Server{Addr: ":" + os.Getenv("PORT"), Handler: handler, Protocols: protocols}
	ending := make(chan os.Signal, 1)
	signal.Notify(ending, syscall.SIGTERM)
	go func() {
		<-ending
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = server.Shutdown(ctx)
		os.Exit(0)
	}()
	log.Print(server.ListenAndServe())
	<-make(chan struct{})
}
