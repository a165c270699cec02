// A gRPC client: call ADDRESS AUTHORITY NUMBER FIRST sends NUMBER calls of the health service, numbered from FIRST,
// and prints a JSON line for each: the version and the revision that answered, or the error.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"strconv"
	"strings"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/metadata"
)

func number(text string) int {
	value, err := strconv.Atoi(text)
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func main() {
	if len(os.Args) != 5 {
		log.Fatal("call ADDRESS AUTHORITY NUMBER FIRST")
	}
	connection, err := grpc.NewClient(
		"passthrough:///"+os.Args[1],
		grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithAuthority(os.Args[2]))
	if err != nil {
		log.Fatal(err)
	}
	defer connection.Close()
	client := grpc_health_v1.NewHealthClient(connection)
	output := json.NewEncoder(os.Stdout)
	first := number(os.Args[4])
	for each := range number(os.Args[3]) {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		ctx = metadata.AppendToOutgoingContext(ctx, "x-request-number", strconv.Itoa(first+each))
		var header metadata.MD
		_, err := client.Check(ctx, &grpc_health_v1.HealthCheckRequest{}, grpc.Header(&header))
		cancel()
		reply := map[string]string{
			"version": strings.Join(header.Get("version"), ","), "revision": strings.Join(header.Get("revision"), ","),
		}
		if err != nil {
			reply = map[string]string{"error": err.Error()}
		}
		_ = output.Encode(reply)
	}
}
