// The modules whose directories hold the complete CRDs that the end-to-end tests install. No Go code is built here.
module cdk8s-iter8.test/stack/crds

go 1.26.0

require (
	github.com/kserve/kserve v0.20.0
	istio.io/api v1.31.0-rc.0.0.20260824154656-b943409680a7
	knative.dev/serving v0.50.0
	sigs.k8s.io/gateway-api v1.6.1
)
