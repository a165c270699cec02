// Gotemplate executes routing templates as the Iter8 controller does (Iter8 controllers/routemap.go).
//
// It reads lines {"template": "...", "weights": [30, 70]} from its input and answers each with a line
// {"output": "..."} or {"error": "..."} at once.
package main

import (
	"encoding/json"
	"errors"
	"html/template"
	"io"
	"log"
	"os"
	"strings"
)

type question struct {
	Template string   `json:"template"`
	Weights  []uint32 `json:"weights"`
}

type answer struct {
	Output *string `json:"output,omitempty"`
	Error  string  `json:"error,omitempty"`
}

// routemap is the data of a template; as in the controller, Weights is a method.
type routemap struct {
	weights []uint32
}

// Weights returns the live weight of each version.
func (r *routemap) Weights() []uint32 {
	return r.weights
}

func execute(asked question) (string, error) {
	parsed, err := template.New("routing").Option("missingkey=zero").Parse(asked.Template)
	if err != nil {
		return "", err
	}
	var output strings.Builder
	if err := parsed.Execute(&output, &routemap{asked.Weights}); err != nil {
		return "", err
	}
	return output.String(), nil
}

func main() {
	log.SetFlags(0)
	questions := json.NewDecoder(os.Stdin)
	questions.DisallowUnknownFields()
	answers := json.NewEncoder(os.Stdout)
	answers.SetEscapeHTML(false)
	for {
		var asked question
		if err := questions.Decode(&asked); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			log.Fatalf("gotemplate: %v", err)
		}
		given := answer{}
		if output, err := execute(asked); err != nil {
			given.Error = err.Error()
		} else {
			given.Output = &output
		}
		if err := answers.Encode(given); err != nil {
			log.Fatalf("gotemplate: %v", err)
		}
	}
}
