package main

import (
	"math"
	"reflect"

	"k8s.io/apimachinery/pkg/api/resource"
	"knative.dev/serving/pkg/apis/config"
	autoscalerconfig "knative.dev/serving/pkg/autoscaler/config"
)

// asInstalled returns the settings of a Knative whose config maps hold nothing.
func asInstalled() *config.Config {
	defaults, _ := config.NewDefaultsConfigFromMap(nil)
	features, _ := config.NewFeaturesConfigFromMap(nil)
	autoscaler, _ := autoscalerconfig.NewConfigFromMap(nil)
	return &config.Config{Defaults: defaults, Features: features, Autoscaler: autoscaler}
}

// permissive returns settings with every feature on and no limits. What is refused even so is refused by each cluster.
func permissive() *config.Config {
	settings := asInstalled()
	features := reflect.ValueOf(settings.Features).Elem()
	for i := range features.NumField() {
		if field := features.Field(i); field.Type() == reflect.TypeOf(config.Enabled) {
			field.SetString(string(config.Enabled))
		}
	}
	settings.Features.SecurePodDefaults = config.Disabled // on, it is the stricter one
	settings.Defaults.MaxRevisionTimeoutSeconds = math.MaxInt64
	settings.Defaults.ContainerConcurrencyMaxLimit = math.MaxInt64
	settings.Defaults.AllowContainerConcurrencyZero = true
	settings.Defaults.RevisionCPURequest = &resource.Quantity{} // what huge pages cannot do without
	settings.Autoscaler.AllowZeroInitialScale = true
	settings.Autoscaler.MaxScaleLimit = 0
	settings.Autoscaler.PodAutoscalerClass = "an autoscaler of another vendor"
	return settings
}
