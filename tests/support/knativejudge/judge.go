package main

import (
	"context"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/validation"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/kubernetes/pkg/api/pod"
	"k8s.io/kubernetes/pkg/apis/core"
	kubernetes "k8s.io/kubernetes/pkg/apis/core/v1"
	podvalidation "k8s.io/kubernetes/pkg/apis/core/validation"
	"knative.dev/pkg/apis"
	"knative.dev/serving/pkg/apis/config"
	v1 "knative.dev/serving/pkg/apis/serving/v1"
	"knative.dev/serving/pkg/reconciler/revision/resources"
)

// judge returns why an object is refused, with the refusing program's own words; it is empty if the object is taken.
func judge(text []byte, crd *crd, settings *config.Config) []string {
	var object map[string]interface{}
	if err := json.Unmarshal(text, &object); err != nil {
		return []string{err.Error()}
	}
	found := []string{}
	for _, path := range crd.complete(object) {
		found = append(found, "unknown field "+path)
	}
	// The webhook fills in defaults before the API server looks at the schema.
	var service v1.Service
	if err := convert(object, &service); err != nil {
		return append(found, "cannot decode: "+err.Error())
	}
	ctx := apis.WithinCreate(config.ToContext(context.Background(), settings))
	service.SetDefaults(ctx)
	defaulted := map[string]interface{}{}
	if err := convert(service, &defaulted); err != nil {
		return append(found, err.Error())
	}
	crd.complete(defaulted)
	found = append(found, crd.problems(object)...)
	found = append(found, crd.problems(defaulted)...)
	if errs := service.Validate(ctx).Filter(apis.ErrorLevel); errs != nil {
		found = append(found, errs.Error())
	}
	if len(found) == 0 {
		found = append(found, revisionProblems(ctx, &service)...)
	}
	return found
}

// revisionProblems returns what the API server finds wrong with the revision that Knative would make, and with its pod:
// Knative's webhook creates the pod in a dry run (serving pkg/webhook/podspec_dryrun.go).
func revisionProblems(ctx context.Context, service *v1.Service) []string {
	template := service.Spec.Template
	revision := &v1.Revision{ObjectMeta: metav1.ObjectMeta{Name: "dry-run", Namespace: "default"}, Spec: template.Spec}
	revision.SetDefaults(ctx)
	meta := *template.ObjectMeta.DeepCopy()
	meta.Name, meta.Namespace = "dry-run", "default"
	errs := validation.ValidateObjectMeta(&meta, true, validation.NameIsDNSSubdomain, field.NewPath("metadata"))

	if revision.Spec.ServiceAccountName == "" {
		revision.Spec.ServiceAccountName = "default" // as admission does
	}
	spec := resources.BuildPodSpec(revision, resources.BuildUserContainers(revision), nil)
	tried := &corev1.Pod{ObjectMeta: metav1.ObjectMeta{Name: "dry-run", Namespace: "default"}, Spec: *spec}
	kubernetes.SetObjectDefaults_Pod(tried)
	var internal core.Pod
	if err := kubernetes.Convert_v1_Pod_To_core_Pod(tried, &internal, nil); err != nil {
		return []string{err.Error()}
	}
	options := pod.GetValidationOptionsFromPodSpecAndMeta(&internal.Spec, nil, &internal.ObjectMeta, nil)
	options.ResourceIsPod = true
	errs = append(errs, podvalidation.ValidatePodCreate(&internal, options)...)
	var found []string
	for _, each := range errs {
		found = append(found, "dry run failed with "+each.Error())
	}
	return found
}

func convert(from, to interface{}) error {
	text, err := json.Marshal(from)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, to)
}
