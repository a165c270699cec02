// Knativejudge says what the API server and Knative's webhook say to a Knative Service, without a cluster: it runs their
// own code, in the order of a server-side dry run (`kubectl apply --dry-run=server`).
//
// Its argument is the CRD of Knative Services. It reads lines with an object each and answers each with a line
// {"default": [...], "permissive": [...]} at once: what is refused by Knative as it is installed, and by a Knative
// whose administrator switched every feature on and every limit off.
package main

import (
	"encoding/json"
	"errors"
	"io"
	"log"
	"os"
)

type answer struct {
	Default    []string `json:"default"`
	Permissive []string `json:"permissive"`
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: knativejudge CRD.yaml < objects")
	}
	crd, err := readCRD(os.Args[1])
	if err != nil {
		log.Fatalf("knativejudge: %s: %v", os.Args[1], err)
	}
	objects := json.NewDecoder(os.Stdin)
	answers := json.NewEncoder(os.Stdout)
	for {
		var text json.RawMessage
		if err := objects.Decode(&text); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			log.Fatalf("knativejudge: %v", err)
		}
		given := answer{judge(text, crd, asInstalled()), judge(text, crd, permissive())}
		if err := answers.Encode(given); err != nil {
			log.Fatalf("knativejudge: %v", err)
		}
	}
}
