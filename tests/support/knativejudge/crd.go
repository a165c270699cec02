package main

import (
	"fmt"
	"os"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	"sigs.k8s.io/yaml"
)

// crd is what the API server itself demands of an object.
type crd struct {
	structural *schema.Structural
	validator  validation.SchemaValidator
}

func readCRD(file string) (*crd, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var definition apiextensionsv1.CustomResourceDefinition
	if err := yaml.UnmarshalStrict(text, &definition); err != nil {
		return nil, err
	}
	for _, version := range definition.Spec.Versions {
		if version.Name != "v1" {
			continue
		}
		var props apiextensions.JSONSchemaProps
		in := version.Schema.OpenAPIV3Schema
		if err := apiextensionsv1.Convert_v1_JSONSchemaProps_To_apiextensions_JSONSchemaProps(in, &props, nil); err != nil {
			return nil, err
		}
		structural, err := schema.NewStructural(&props)
		if err != nil {
			return nil, err
		}
		validator, _, err := validation.NewSchemaValidator(&props)
		return &crd{structural, validator}, err
	}
	return nil, fmt.Errorf("no version v1 in %s", definition.Name)
}

// complete drops and adds what the API server does, and returns the names of unknown fields.
func (c *crd) complete(object map[string]interface{}) []string {
	options := schema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true}
	unknown := pruning.PruneWithOptions(object, c.structural, true, options)
	defaulting.PruneNonNullableNullsWithoutDefaults(object, c.structural)
	defaulting.Default(object, c.structural)
	return unknown
}

func (c *crd) problems(object map[string]interface{}) []string {
	var found []string
	for _, each := range validation.ValidateCustomResource(nil, object, c.validator) {
		found = append(found, each.Error())
	}
	for _, each := range listtype.ValidateListSetsAndMaps(nil, c.structural, object) {
		found = append(found, each.Error())
	}
	return found
}
