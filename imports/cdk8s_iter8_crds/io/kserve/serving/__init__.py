from __future__ import annotations

from pkgutil import extend_path
__path__ = extend_path(__path__, __name__)

import abc
import builtins
import datetime
import enum
import typing

import jsii
import publication
import typing_extensions

from jsii._type_checking import cached_type_hints, check_type


from ._jsii import *

class _LazyImport:
    def __init__(self, module_name: str) -> None:
        self._module_name = module_name
        self._module: typing.Any = None
    def __getattr__(self, name: str) -> typing.Any:
        if self._module is None:
            import importlib
            self._module = importlib.import_module(self._module_name)
        return getattr(self._module, name)

if typing.TYPE_CHECKING:

    import cdk8s as _cdk8s_d3d9af27
    import constructs as _constructs_77d1e7e8
else:

    _cdk8s_d3d9af27 = _LazyImport("cdk8s")
    _constructs_77d1e7e8 = _LazyImport("constructs")


class InferenceService(
    _cdk8s_d3d9af27.ApiObject,
    metaclass=jsii.JSIIMeta,
    jsii_type="cdk8s_iter8_crds_iokserveserving.InferenceService",
):
    '''
    :schema: InferenceService
    '''

    def __init__(
        self,
        scope: "_constructs_77d1e7e8.Construct",
        id: builtins.str,
        *,
        spec: typing.Union["InferenceServiceSpec", typing.Dict[builtins.str, typing.Any]],
        metadata: typing.Optional[typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''Defines a "InferenceService" API object.

        :param scope: the scope in which to define this object.
        :param id: a scope-local name for the object.
        :param spec: 
        :param metadata: 
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__cad2ff0f999b1cc30696cf9e3908b5228143eaaa19106320ae7ecb466f77c903)
            check_type(argname="argument scope", value=scope, expected_type=type_hints["scope"])
            check_type(argname="argument id", value=id, expected_type=type_hints["id"])
        props = InferenceServiceProps(spec=spec, metadata=metadata)

        jsii.create(self.__class__, self, [scope, id, props])

    @jsii.member(jsii_name="manifest")
    @builtins.classmethod
    def manifest(
        cls,
        *,
        spec: typing.Union["InferenceServiceSpec", typing.Dict[builtins.str, typing.Any]],
        metadata: typing.Optional[typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> typing.Any:
        '''Renders a Kubernetes manifest for "InferenceService".

        This can be used to inline resource manifests inside other objects (e.g. as templates).

        :param spec: 
        :param metadata: 
        '''
        props = InferenceServiceProps(spec=spec, metadata=metadata)

        return typing.cast(typing.Any, jsii.sinvoke(cls, "manifest", [props]))

    @jsii.member(jsii_name="toJson")
    def to_json(self) -> typing.Any:
        '''Renders the object to Kubernetes JSON.'''
        return typing.cast(typing.Any, jsii.invoke(self, "toJson", []))

    @jsii.python.classproperty
    @jsii.member(jsii_name="GVK")
    def GVK(cls) -> "_cdk8s_d3d9af27.GroupVersionKind":
        '''Returns the apiVersion and kind for "InferenceService".'''
        return typing.cast("_cdk8s_d3d9af27.GroupVersionKind", jsii.sget(cls, "GVK"))


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_iokserveserving.InferenceServiceProps",
    jsii_struct_bases=[],
    name_mapping={"spec": "spec", "metadata": "metadata"},
)
class InferenceServiceProps:
    def __init__(
        self,
        *,
        spec: typing.Union["InferenceServiceSpec", typing.Dict[builtins.str, typing.Any]],
        metadata: typing.Optional[typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param spec: 
        :param metadata: 

        :schema: InferenceService
        '''
        if isinstance(spec, dict):
            spec = InferenceServiceSpec(**spec)
        if isinstance(metadata, dict):
            metadata = _cdk8s_d3d9af27.ApiObjectMetadata(**metadata)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__56cbfdaa913c87afab377678c623a780c27d936912524b98a788cac80cf6c2d0)
            check_type(argname="argument spec", value=spec, expected_type=type_hints["spec"])
            check_type(argname="argument metadata", value=metadata, expected_type=type_hints["metadata"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "spec": spec,
        }
        if metadata is not None:
            self._values["metadata"] = metadata

    @builtins.property
    def spec(self) -> "InferenceServiceSpec":
        '''
        :schema: InferenceService#spec
        '''
        result = self._values.get("spec")
        assert result is not None, "Required property 'spec' is missing"
        return typing.cast("InferenceServiceSpec", result)

    @builtins.property
    def metadata(self) -> typing.Optional["_cdk8s_d3d9af27.ApiObjectMetadata"]:
        '''
        :schema: InferenceService#metadata
        '''
        result = self._values.get("metadata")
        return typing.cast(typing.Optional["_cdk8s_d3d9af27.ApiObjectMetadata"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "InferenceServiceProps(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_iokserveserving.InferenceServiceSpec",
    jsii_struct_bases=[],
    name_mapping={
        "predictor": "predictor",
        "canary": "canary",
        "explainer": "explainer",
        "transformer": "transformer",
    },
)
class InferenceServiceSpec:
    def __init__(
        self,
        *,
        predictor: typing.Union["InferenceServiceSpecPredictor", typing.Dict[builtins.str, typing.Any]],
        canary: typing.Optional[typing.Sequence[typing.Any]] = None,
        explainer: typing.Any = None,
        transformer: typing.Any = None,
    ) -> None:
        '''
        :param predictor: 
        :param canary: 
        :param explainer: 
        :param transformer: 

        :schema: InferenceServiceSpec
        '''
        if isinstance(predictor, dict):
            predictor = InferenceServiceSpecPredictor(**predictor)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__241469b8aec2538ad85370a2de48e57707dd2e6d9f60751fd999f6de0f72f32f)
            check_type(argname="argument predictor", value=predictor, expected_type=type_hints["predictor"])
            check_type(argname="argument canary", value=canary, expected_type=type_hints["canary"])
            check_type(argname="argument explainer", value=explainer, expected_type=type_hints["explainer"])
            check_type(argname="argument transformer", value=transformer, expected_type=type_hints["transformer"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "predictor": predictor,
        }
        if canary is not None:
            self._values["canary"] = canary
        if explainer is not None:
            self._values["explainer"] = explainer
        if transformer is not None:
            self._values["transformer"] = transformer

    @builtins.property
    def predictor(self) -> "InferenceServiceSpecPredictor":
        '''
        :schema: InferenceServiceSpec#predictor
        '''
        result = self._values.get("predictor")
        assert result is not None, "Required property 'predictor' is missing"
        return typing.cast("InferenceServiceSpecPredictor", result)

    @builtins.property
    def canary(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: InferenceServiceSpec#canary
        '''
        result = self._values.get("canary")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def explainer(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpec#explainer
        '''
        result = self._values.get("explainer")
        return typing.cast(typing.Any, result)

    @builtins.property
    def transformer(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpec#transformer
        '''
        result = self._values.get("transformer")
        return typing.cast(typing.Any, result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "InferenceServiceSpec(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_iokserveserving.InferenceServiceSpecPredictor",
    jsii_struct_bases=[],
    name_mapping={
        "active_deadline_seconds": "activeDeadlineSeconds",
        "affinity": "affinity",
        "annotations": "annotations",
        "automount_service_account_token": "automountServiceAccountToken",
        "auto_scaling": "autoScaling",
        "batcher": "batcher",
        "canary_traffic_percent": "canaryTrafficPercent",
        "container_concurrency": "containerConcurrency",
        "containers": "containers",
        "deployment_strategy": "deploymentStrategy",
        "dns_config": "dnsConfig",
        "dns_policy": "dnsPolicy",
        "enable_service_links": "enableServiceLinks",
        "host_aliases": "hostAliases",
        "host_ipc": "hostIpc",
        "hostname": "hostname",
        "hostname_override": "hostnameOverride",
        "host_network": "hostNetwork",
        "host_pid": "hostPid",
        "host_users": "hostUsers",
        "huggingface": "huggingface",
        "image_pull_secrets": "imagePullSecrets",
        "init_containers": "initContainers",
        "labels": "labels",
        "lightgbm": "lightgbm",
        "logger": "logger",
        "max_replicas": "maxReplicas",
        "min_replicas": "minReplicas",
        "model": "model",
        "name": "name",
        "node_name": "nodeName",
        "node_selector": "nodeSelector",
        "onnx": "onnx",
        "os": "os",
        "overhead": "overhead",
        "paddle": "paddle",
        "pmml": "pmml",
        "preemption_policy": "preemptionPolicy",
        "priority": "priority",
        "priority_class_name": "priorityClassName",
        "pytorch": "pytorch",
        "readiness_gates": "readinessGates",
        "resource_claims": "resourceClaims",
        "resources": "resources",
        "restart_policy": "restartPolicy",
        "runtime_class_name": "runtimeClassName",
        "scale_metric": "scaleMetric",
        "scale_metric_type": "scaleMetricType",
        "scale_target": "scaleTarget",
        "scheduler_name": "schedulerName",
        "scheduling_gates": "schedulingGates",
        "security_context": "securityContext",
        "service_account": "serviceAccount",
        "service_account_name": "serviceAccountName",
        "set_hostname_as_fqdn": "setHostnameAsFqdn",
        "share_process_namespace": "shareProcessNamespace",
        "sklearn": "sklearn",
        "storage_container_name": "storageContainerName",
        "storage_uris": "storageUris",
        "subdomain": "subdomain",
        "tensorflow": "tensorflow",
        "termination_grace_period_seconds": "terminationGracePeriodSeconds",
        "timeout": "timeout",
        "tolerations": "tolerations",
        "topology_spread_constraints": "topologySpreadConstraints",
        "triton": "triton",
        "volumes": "volumes",
        "worker_spec": "workerSpec",
        "xgboost": "xgboost",
    },
)
class InferenceServiceSpecPredictor:
    def __init__(
        self,
        *,
        active_deadline_seconds: typing.Optional[jsii.Number] = None,
        affinity: typing.Any = None,
        annotations: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        automount_service_account_token: typing.Optional[builtins.bool] = None,
        auto_scaling: typing.Any = None,
        batcher: typing.Any = None,
        canary_traffic_percent: typing.Optional[jsii.Number] = None,
        container_concurrency: typing.Optional[jsii.Number] = None,
        containers: typing.Optional[typing.Sequence[typing.Any]] = None,
        deployment_strategy: typing.Any = None,
        dns_config: typing.Any = None,
        dns_policy: typing.Optional[builtins.str] = None,
        enable_service_links: typing.Optional[builtins.bool] = None,
        host_aliases: typing.Optional[typing.Sequence[typing.Any]] = None,
        host_ipc: typing.Optional[builtins.bool] = None,
        hostname: typing.Optional[builtins.str] = None,
        hostname_override: typing.Optional[builtins.str] = None,
        host_network: typing.Optional[builtins.bool] = None,
        host_pid: typing.Optional[builtins.bool] = None,
        host_users: typing.Optional[builtins.bool] = None,
        huggingface: typing.Any = None,
        image_pull_secrets: typing.Optional[typing.Sequence[typing.Any]] = None,
        init_containers: typing.Optional[typing.Sequence[typing.Any]] = None,
        labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        lightgbm: typing.Any = None,
        logger: typing.Any = None,
        max_replicas: typing.Optional[jsii.Number] = None,
        min_replicas: typing.Optional[jsii.Number] = None,
        model: typing.Optional[typing.Union["InferenceServiceSpecPredictorModel", typing.Dict[builtins.str, typing.Any]]] = None,
        name: typing.Optional[builtins.str] = None,
        node_name: typing.Optional[builtins.str] = None,
        node_selector: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        onnx: typing.Any = None,
        os: typing.Any = None,
        overhead: typing.Optional[typing.Mapping[builtins.str, "InferenceServiceSpecPredictorOverhead"]] = None,
        paddle: typing.Any = None,
        pmml: typing.Any = None,
        preemption_policy: typing.Optional[builtins.str] = None,
        priority: typing.Optional[jsii.Number] = None,
        priority_class_name: typing.Optional[builtins.str] = None,
        pytorch: typing.Any = None,
        readiness_gates: typing.Optional[typing.Sequence[typing.Any]] = None,
        resource_claims: typing.Optional[typing.Sequence[typing.Any]] = None,
        resources: typing.Any = None,
        restart_policy: typing.Optional[builtins.str] = None,
        runtime_class_name: typing.Optional[builtins.str] = None,
        scale_metric: typing.Optional["InferenceServiceSpecPredictorScaleMetric"] = None,
        scale_metric_type: typing.Optional["InferenceServiceSpecPredictorScaleMetricType"] = None,
        scale_target: typing.Optional[jsii.Number] = None,
        scheduler_name: typing.Optional[builtins.str] = None,
        scheduling_gates: typing.Optional[typing.Sequence[typing.Any]] = None,
        security_context: typing.Any = None,
        service_account: typing.Optional[builtins.str] = None,
        service_account_name: typing.Optional[builtins.str] = None,
        set_hostname_as_fqdn: typing.Optional[builtins.bool] = None,
        share_process_namespace: typing.Optional[builtins.bool] = None,
        sklearn: typing.Any = None,
        storage_container_name: typing.Optional[builtins.str] = None,
        storage_uris: typing.Optional[typing.Sequence[typing.Any]] = None,
        subdomain: typing.Optional[builtins.str] = None,
        tensorflow: typing.Any = None,
        termination_grace_period_seconds: typing.Optional[jsii.Number] = None,
        timeout: typing.Optional[jsii.Number] = None,
        tolerations: typing.Optional[typing.Sequence[typing.Any]] = None,
        topology_spread_constraints: typing.Optional[typing.Sequence[typing.Any]] = None,
        triton: typing.Any = None,
        volumes: typing.Optional[typing.Sequence[typing.Any]] = None,
        worker_spec: typing.Any = None,
        xgboost: typing.Any = None,
    ) -> None:
        '''
        :param active_deadline_seconds: 
        :param affinity: 
        :param annotations: 
        :param automount_service_account_token: 
        :param auto_scaling: 
        :param batcher: 
        :param canary_traffic_percent: 
        :param container_concurrency: 
        :param containers: 
        :param deployment_strategy: 
        :param dns_config: 
        :param dns_policy: 
        :param enable_service_links: 
        :param host_aliases: 
        :param host_ipc: 
        :param hostname: 
        :param hostname_override: 
        :param host_network: 
        :param host_pid: 
        :param host_users: 
        :param huggingface: 
        :param image_pull_secrets: 
        :param init_containers: 
        :param labels: 
        :param lightgbm: 
        :param logger: 
        :param max_replicas: 
        :param min_replicas: 
        :param model: 
        :param name: 
        :param node_name: 
        :param node_selector: 
        :param onnx: 
        :param os: 
        :param overhead: 
        :param paddle: 
        :param pmml: 
        :param preemption_policy: 
        :param priority: 
        :param priority_class_name: 
        :param pytorch: 
        :param readiness_gates: 
        :param resource_claims: 
        :param resources: 
        :param restart_policy: 
        :param runtime_class_name: 
        :param scale_metric: 
        :param scale_metric_type: 
        :param scale_target: 
        :param scheduler_name: 
        :param scheduling_gates: 
        :param security_context: 
        :param service_account: 
        :param service_account_name: 
        :param set_hostname_as_fqdn: 
        :param share_process_namespace: 
        :param sklearn: 
        :param storage_container_name: 
        :param storage_uris: 
        :param subdomain: 
        :param tensorflow: 
        :param termination_grace_period_seconds: 
        :param timeout: 
        :param tolerations: 
        :param topology_spread_constraints: 
        :param triton: 
        :param volumes: 
        :param worker_spec: 
        :param xgboost: 

        :schema: InferenceServiceSpecPredictor
        '''
        if isinstance(model, dict):
            model = InferenceServiceSpecPredictorModel(**model)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__8a34021ffd49148dfcab55effee47c9a0682751705f65da8631ca295150e40ce)
            check_type(argname="argument active_deadline_seconds", value=active_deadline_seconds, expected_type=type_hints["active_deadline_seconds"])
            check_type(argname="argument affinity", value=affinity, expected_type=type_hints["affinity"])
            check_type(argname="argument annotations", value=annotations, expected_type=type_hints["annotations"])
            check_type(argname="argument automount_service_account_token", value=automount_service_account_token, expected_type=type_hints["automount_service_account_token"])
            check_type(argname="argument auto_scaling", value=auto_scaling, expected_type=type_hints["auto_scaling"])
            check_type(argname="argument batcher", value=batcher, expected_type=type_hints["batcher"])
            check_type(argname="argument canary_traffic_percent", value=canary_traffic_percent, expected_type=type_hints["canary_traffic_percent"])
            check_type(argname="argument container_concurrency", value=container_concurrency, expected_type=type_hints["container_concurrency"])
            check_type(argname="argument containers", value=containers, expected_type=type_hints["containers"])
            check_type(argname="argument deployment_strategy", value=deployment_strategy, expected_type=type_hints["deployment_strategy"])
            check_type(argname="argument dns_config", value=dns_config, expected_type=type_hints["dns_config"])
            check_type(argname="argument dns_policy", value=dns_policy, expected_type=type_hints["dns_policy"])
            check_type(argname="argument enable_service_links", value=enable_service_links, expected_type=type_hints["enable_service_links"])
            check_type(argname="argument host_aliases", value=host_aliases, expected_type=type_hints["host_aliases"])
            check_type(argname="argument host_ipc", value=host_ipc, expected_type=type_hints["host_ipc"])
            check_type(argname="argument hostname", value=hostname, expected_type=type_hints["hostname"])
            check_type(argname="argument hostname_override", value=hostname_override, expected_type=type_hints["hostname_override"])
            check_type(argname="argument host_network", value=host_network, expected_type=type_hints["host_network"])
            check_type(argname="argument host_pid", value=host_pid, expected_type=type_hints["host_pid"])
            check_type(argname="argument host_users", value=host_users, expected_type=type_hints["host_users"])
            check_type(argname="argument huggingface", value=huggingface, expected_type=type_hints["huggingface"])
            check_type(argname="argument image_pull_secrets", value=image_pull_secrets, expected_type=type_hints["image_pull_secrets"])
            check_type(argname="argument init_containers", value=init_containers, expected_type=type_hints["init_containers"])
            check_type(argname="argument labels", value=labels, expected_type=type_hints["labels"])
            check_type(argname="argument lightgbm", value=lightgbm, expected_type=type_hints["lightgbm"])
            check_type(argname="argument logger", value=logger, expected_type=type_hints["logger"])
            check_type(argname="argument max_replicas", value=max_replicas, expected_type=type_hints["max_replicas"])
            check_type(argname="argument min_replicas", value=min_replicas, expected_type=type_hints["min_replicas"])
            check_type(argname="argument model", value=model, expected_type=type_hints["model"])
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument node_name", value=node_name, expected_type=type_hints["node_name"])
            check_type(argname="argument node_selector", value=node_selector, expected_type=type_hints["node_selector"])
            check_type(argname="argument onnx", value=onnx, expected_type=type_hints["onnx"])
            check_type(argname="argument os", value=os, expected_type=type_hints["os"])
            check_type(argname="argument overhead", value=overhead, expected_type=type_hints["overhead"])
            check_type(argname="argument paddle", value=paddle, expected_type=type_hints["paddle"])
            check_type(argname="argument pmml", value=pmml, expected_type=type_hints["pmml"])
            check_type(argname="argument preemption_policy", value=preemption_policy, expected_type=type_hints["preemption_policy"])
            check_type(argname="argument priority", value=priority, expected_type=type_hints["priority"])
            check_type(argname="argument priority_class_name", value=priority_class_name, expected_type=type_hints["priority_class_name"])
            check_type(argname="argument pytorch", value=pytorch, expected_type=type_hints["pytorch"])
            check_type(argname="argument readiness_gates", value=readiness_gates, expected_type=type_hints["readiness_gates"])
            check_type(argname="argument resource_claims", value=resource_claims, expected_type=type_hints["resource_claims"])
            check_type(argname="argument resources", value=resources, expected_type=type_hints["resources"])
            check_type(argname="argument restart_policy", value=restart_policy, expected_type=type_hints["restart_policy"])
            check_type(argname="argument runtime_class_name", value=runtime_class_name, expected_type=type_hints["runtime_class_name"])
            check_type(argname="argument scale_metric", value=scale_metric, expected_type=type_hints["scale_metric"])
            check_type(argname="argument scale_metric_type", value=scale_metric_type, expected_type=type_hints["scale_metric_type"])
            check_type(argname="argument scale_target", value=scale_target, expected_type=type_hints["scale_target"])
            check_type(argname="argument scheduler_name", value=scheduler_name, expected_type=type_hints["scheduler_name"])
            check_type(argname="argument scheduling_gates", value=scheduling_gates, expected_type=type_hints["scheduling_gates"])
            check_type(argname="argument security_context", value=security_context, expected_type=type_hints["security_context"])
            check_type(argname="argument service_account", value=service_account, expected_type=type_hints["service_account"])
            check_type(argname="argument service_account_name", value=service_account_name, expected_type=type_hints["service_account_name"])
            check_type(argname="argument set_hostname_as_fqdn", value=set_hostname_as_fqdn, expected_type=type_hints["set_hostname_as_fqdn"])
            check_type(argname="argument share_process_namespace", value=share_process_namespace, expected_type=type_hints["share_process_namespace"])
            check_type(argname="argument sklearn", value=sklearn, expected_type=type_hints["sklearn"])
            check_type(argname="argument storage_container_name", value=storage_container_name, expected_type=type_hints["storage_container_name"])
            check_type(argname="argument storage_uris", value=storage_uris, expected_type=type_hints["storage_uris"])
            check_type(argname="argument subdomain", value=subdomain, expected_type=type_hints["subdomain"])
            check_type(argname="argument tensorflow", value=tensorflow, expected_type=type_hints["tensorflow"])
            check_type(argname="argument termination_grace_period_seconds", value=termination_grace_period_seconds, expected_type=type_hints["termination_grace_period_seconds"])
            check_type(argname="argument timeout", value=timeout, expected_type=type_hints["timeout"])
            check_type(argname="argument tolerations", value=tolerations, expected_type=type_hints["tolerations"])
            check_type(argname="argument topology_spread_constraints", value=topology_spread_constraints, expected_type=type_hints["topology_spread_constraints"])
            check_type(argname="argument triton", value=triton, expected_type=type_hints["triton"])
            check_type(argname="argument volumes", value=volumes, expected_type=type_hints["volumes"])
            check_type(argname="argument worker_spec", value=worker_spec, expected_type=type_hints["worker_spec"])
            check_type(argname="argument xgboost", value=xgboost, expected_type=type_hints["xgboost"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if active_deadline_seconds is not None:
            self._values["active_deadline_seconds"] = active_deadline_seconds
        if affinity is not None:
            self._values["affinity"] = affinity
        if annotations is not None:
            self._values["annotations"] = annotations
        if automount_service_account_token is not None:
            self._values["automount_service_account_token"] = automount_service_account_token
        if auto_scaling is not None:
            self._values["auto_scaling"] = auto_scaling
        if batcher is not None:
            self._values["batcher"] = batcher
        if canary_traffic_percent is not None:
            self._values["canary_traffic_percent"] = canary_traffic_percent
        if container_concurrency is not None:
            self._values["container_concurrency"] = container_concurrency
        if containers is not None:
            self._values["containers"] = containers
        if deployment_strategy is not None:
            self._values["deployment_strategy"] = deployment_strategy
        if dns_config is not None:
            self._values["dns_config"] = dns_config
        if dns_policy is not None:
            self._values["dns_policy"] = dns_policy
        if enable_service_links is not None:
            self._values["enable_service_links"] = enable_service_links
        if host_aliases is not None:
            self._values["host_aliases"] = host_aliases
        if host_ipc is not None:
            self._values["host_ipc"] = host_ipc
        if hostname is not None:
            self._values["hostname"] = hostname
        if hostname_override is not None:
            self._values["hostname_override"] = hostname_override
        if host_network is not None:
            self._values["host_network"] = host_network
        if host_pid is not None:
            self._values["host_pid"] = host_pid
        if host_users is not None:
            self._values["host_users"] = host_users
        if huggingface is not None:
            self._values["huggingface"] = huggingface
        if image_pull_secrets is not None:
            self._values["image_pull_secrets"] = image_pull_secrets
        if init_containers is not None:
            self._values["init_containers"] = init_containers
        if labels is not None:
            self._values["labels"] = labels
        if lightgbm is not None:
            self._values["lightgbm"] = lightgbm
        if logger is not None:
            self._values["logger"] = logger
        if max_replicas is not None:
            self._values["max_replicas"] = max_replicas
        if min_replicas is not None:
            self._values["min_replicas"] = min_replicas
        if model is not None:
            self._values["model"] = model
        if name is not None:
            self._values["name"] = name
        if node_name is not None:
            self._values["node_name"] = node_name
        if node_selector is not None:
            self._values["node_selector"] = node_selector
        if onnx is not None:
            self._values["onnx"] = onnx
        if os is not None:
            self._values["os"] = os
        if overhead is not None:
            self._values["overhead"] = overhead
        if paddle is not None:
            self._values["paddle"] = paddle
        if pmml is not None:
            self._values["pmml"] = pmml
        if preemption_policy is not None:
            self._values["preemption_policy"] = preemption_policy
        if priority is not None:
            self._values["priority"] = priority
        if priority_class_name is not None:
            self._values["priority_class_name"] = priority_class_name
        if pytorch is not None:
            self._values["pytorch"] = pytorch
        if readiness_gates is not None:
            self._values["readiness_gates"] = readiness_gates
        if resource_claims is not None:
            self._values["resource_claims"] = resource_claims
        if resources is not None:
            self._values["resources"] = resources
        if restart_policy is not None:
            self._values["restart_policy"] = restart_policy
        if runtime_class_name is not None:
            self._values["runtime_class_name"] = runtime_class_name
        if scale_metric is not None:
            self._values["scale_metric"] = scale_metric
        if scale_metric_type is not None:
            self._values["scale_metric_type"] = scale_metric_type
        if scale_target is not None:
            self._values["scale_target"] = scale_target
        if scheduler_name is not None:
            self._values["scheduler_name"] = scheduler_name
        if scheduling_gates is not None:
            self._values["scheduling_gates"] = scheduling_gates
        if security_context is not None:
            self._values["security_context"] = security_context
        if service_account is not None:
            self._values["service_account"] = service_account
        if service_account_name is not None:
            self._values["service_account_name"] = service_account_name
        if set_hostname_as_fqdn is not None:
            self._values["set_hostname_as_fqdn"] = set_hostname_as_fqdn
        if share_process_namespace is not None:
            self._values["share_process_namespace"] = share_process_namespace
        if sklearn is not None:
            self._values["sklearn"] = sklearn
        if storage_container_name is not None:
            self._values["storage_container_name"] = storage_container_name
        if storage_uris is not None:
            self._values["storage_uris"] = storage_uris
        if subdomain is not None:
            self._values["subdomain"] = subdomain
        if tensorflow is not None:
            self._values["tensorflow"] = tensorflow
        if termination_grace_period_seconds is not None:
            self._values["termination_grace_period_seconds"] = termination_grace_period_seconds
        if timeout is not None:
            self._values["timeout"] = timeout
        if tolerations is not None:
            self._values["tolerations"] = tolerations
        if topology_spread_constraints is not None:
            self._values["topology_spread_constraints"] = topology_spread_constraints
        if triton is not None:
            self._values["triton"] = triton
        if volumes is not None:
            self._values["volumes"] = volumes
        if worker_spec is not None:
            self._values["worker_spec"] = worker_spec
        if xgboost is not None:
            self._values["xgboost"] = xgboost

    @builtins.property
    def active_deadline_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: InferenceServiceSpecPredictor#activeDeadlineSeconds
        '''
        result = self._values.get("active_deadline_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def affinity(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#affinity
        '''
        result = self._values.get("affinity")
        return typing.cast(typing.Any, result)

    @builtins.property
    def annotations(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: InferenceServiceSpecPredictor#annotations
        '''
        result = self._values.get("annotations")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    @builtins.property
    def automount_service_account_token(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: InferenceServiceSpecPredictor#automountServiceAccountToken
        '''
        result = self._values.get("automount_service_account_token")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def auto_scaling(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#autoScaling
        '''
        result = self._values.get("auto_scaling")
        return typing.cast(typing.Any, result)

    @builtins.property
    def batcher(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#batcher
        '''
        result = self._values.get("batcher")
        return typing.cast(typing.Any, result)

    @builtins.property
    def canary_traffic_percent(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: InferenceServiceSpecPredictor#canaryTrafficPercent
        '''
        result = self._values.get("canary_traffic_percent")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def container_concurrency(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: InferenceServiceSpecPredictor#containerConcurrency
        '''
        result = self._values.get("container_concurrency")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def containers(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: InferenceServiceSpecPredictor#containers
        '''
        result = self._values.get("containers")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def deployment_strategy(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#deploymentStrategy
        '''
        result = self._values.get("deployment_strategy")
        return typing.cast(typing.Any, result)

    @builtins.property
    def dns_config(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#dnsConfig
        '''
        result = self._values.get("dns_config")
        return typing.cast(typing.Any, result)

    @builtins.property
    def dns_policy(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictor#dnsPolicy
        '''
        result = self._values.get("dns_policy")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def enable_service_links(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: InferenceServiceSpecPredictor#enableServiceLinks
        '''
        result = self._values.get("enable_service_links")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def host_aliases(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: InferenceServiceSpecPredictor#hostAliases
        '''
        result = self._values.get("host_aliases")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def host_ipc(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: InferenceServiceSpecPredictor#hostIPC
        '''
        result = self._values.get("host_ipc")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def hostname(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictor#hostname
        '''
        result = self._values.get("hostname")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def hostname_override(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictor#hostnameOverride
        '''
        result = self._values.get("hostname_override")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def host_network(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: InferenceServiceSpecPredictor#hostNetwork
        '''
        result = self._values.get("host_network")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def host_pid(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: InferenceServiceSpecPredictor#hostPID
        '''
        result = self._values.get("host_pid")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def host_users(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: InferenceServiceSpecPredictor#hostUsers
        '''
        result = self._values.get("host_users")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def huggingface(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#huggingface
        '''
        result = self._values.get("huggingface")
        return typing.cast(typing.Any, result)

    @builtins.property
    def image_pull_secrets(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: InferenceServiceSpecPredictor#imagePullSecrets
        '''
        result = self._values.get("image_pull_secrets")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def init_containers(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: InferenceServiceSpecPredictor#initContainers
        '''
        result = self._values.get("init_containers")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def labels(self) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: InferenceServiceSpecPredictor#labels
        '''
        result = self._values.get("labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    @builtins.property
    def lightgbm(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#lightgbm
        '''
        result = self._values.get("lightgbm")
        return typing.cast(typing.Any, result)

    @builtins.property
    def logger(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#logger
        '''
        result = self._values.get("logger")
        return typing.cast(typing.Any, result)

    @builtins.property
    def max_replicas(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: InferenceServiceSpecPredictor#maxReplicas
        '''
        result = self._values.get("max_replicas")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def min_replicas(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: InferenceServiceSpecPredictor#minReplicas
        '''
        result = self._values.get("min_replicas")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def model(self) -> typing.Optional["InferenceServiceSpecPredictorModel"]:
        '''
        :schema: InferenceServiceSpecPredictor#model
        '''
        result = self._values.get("model")
        return typing.cast(typing.Optional["InferenceServiceSpecPredictorModel"], result)

    @builtins.property
    def name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictor#name
        '''
        result = self._values.get("name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def node_name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictor#nodeName
        '''
        result = self._values.get("node_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def node_selector(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: InferenceServiceSpecPredictor#nodeSelector
        '''
        result = self._values.get("node_selector")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    @builtins.property
    def onnx(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#onnx
        '''
        result = self._values.get("onnx")
        return typing.cast(typing.Any, result)

    @builtins.property
    def os(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#os
        '''
        result = self._values.get("os")
        return typing.cast(typing.Any, result)

    @builtins.property
    def overhead(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, "InferenceServiceSpecPredictorOverhead"]]:
        '''
        :schema: InferenceServiceSpecPredictor#overhead
        '''
        result = self._values.get("overhead")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, "InferenceServiceSpecPredictorOverhead"]], result)

    @builtins.property
    def paddle(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#paddle
        '''
        result = self._values.get("paddle")
        return typing.cast(typing.Any, result)

    @builtins.property
    def pmml(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#pmml
        '''
        result = self._values.get("pmml")
        return typing.cast(typing.Any, result)

    @builtins.property
    def preemption_policy(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictor#preemptionPolicy
        '''
        result = self._values.get("preemption_policy")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def priority(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: InferenceServiceSpecPredictor#priority
        '''
        result = self._values.get("priority")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def priority_class_name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictor#priorityClassName
        '''
        result = self._values.get("priority_class_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def pytorch(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#pytorch
        '''
        result = self._values.get("pytorch")
        return typing.cast(typing.Any, result)

    @builtins.property
    def readiness_gates(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: InferenceServiceSpecPredictor#readinessGates
        '''
        result = self._values.get("readiness_gates")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def resource_claims(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: InferenceServiceSpecPredictor#resourceClaims
        '''
        result = self._values.get("resource_claims")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def resources(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#resources
        '''
        result = self._values.get("resources")
        return typing.cast(typing.Any, result)

    @builtins.property
    def restart_policy(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictor#restartPolicy
        '''
        result = self._values.get("restart_policy")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def runtime_class_name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictor#runtimeClassName
        '''
        result = self._values.get("runtime_class_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def scale_metric(
        self,
    ) -> typing.Optional["InferenceServiceSpecPredictorScaleMetric"]:
        '''
        :schema: InferenceServiceSpecPredictor#scaleMetric
        '''
        result = self._values.get("scale_metric")
        return typing.cast(typing.Optional["InferenceServiceSpecPredictorScaleMetric"], result)

    @builtins.property
    def scale_metric_type(
        self,
    ) -> typing.Optional["InferenceServiceSpecPredictorScaleMetricType"]:
        '''
        :schema: InferenceServiceSpecPredictor#scaleMetricType
        '''
        result = self._values.get("scale_metric_type")
        return typing.cast(typing.Optional["InferenceServiceSpecPredictorScaleMetricType"], result)

    @builtins.property
    def scale_target(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: InferenceServiceSpecPredictor#scaleTarget
        '''
        result = self._values.get("scale_target")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def scheduler_name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictor#schedulerName
        '''
        result = self._values.get("scheduler_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def scheduling_gates(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: InferenceServiceSpecPredictor#schedulingGates
        '''
        result = self._values.get("scheduling_gates")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def security_context(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#securityContext
        '''
        result = self._values.get("security_context")
        return typing.cast(typing.Any, result)

    @builtins.property
    def service_account(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictor#serviceAccount
        '''
        result = self._values.get("service_account")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def service_account_name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictor#serviceAccountName
        '''
        result = self._values.get("service_account_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def set_hostname_as_fqdn(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: InferenceServiceSpecPredictor#setHostnameAsFQDN
        '''
        result = self._values.get("set_hostname_as_fqdn")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def share_process_namespace(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: InferenceServiceSpecPredictor#shareProcessNamespace
        '''
        result = self._values.get("share_process_namespace")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def sklearn(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#sklearn
        '''
        result = self._values.get("sklearn")
        return typing.cast(typing.Any, result)

    @builtins.property
    def storage_container_name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictor#storageContainerName
        '''
        result = self._values.get("storage_container_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def storage_uris(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: InferenceServiceSpecPredictor#storageUris
        '''
        result = self._values.get("storage_uris")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def subdomain(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictor#subdomain
        '''
        result = self._values.get("subdomain")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def tensorflow(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#tensorflow
        '''
        result = self._values.get("tensorflow")
        return typing.cast(typing.Any, result)

    @builtins.property
    def termination_grace_period_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: InferenceServiceSpecPredictor#terminationGracePeriodSeconds
        '''
        result = self._values.get("termination_grace_period_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def timeout(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: InferenceServiceSpecPredictor#timeout
        '''
        result = self._values.get("timeout")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def tolerations(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: InferenceServiceSpecPredictor#tolerations
        '''
        result = self._values.get("tolerations")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def topology_spread_constraints(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: InferenceServiceSpecPredictor#topologySpreadConstraints
        '''
        result = self._values.get("topology_spread_constraints")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def triton(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#triton
        '''
        result = self._values.get("triton")
        return typing.cast(typing.Any, result)

    @builtins.property
    def volumes(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: InferenceServiceSpecPredictor#volumes
        '''
        result = self._values.get("volumes")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def worker_spec(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#workerSpec
        '''
        result = self._values.get("worker_spec")
        return typing.cast(typing.Any, result)

    @builtins.property
    def xgboost(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictor#xgboost
        '''
        result = self._values.get("xgboost")
        return typing.cast(typing.Any, result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "InferenceServiceSpecPredictor(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_iokserveserving.InferenceServiceSpecPredictorModel",
    jsii_struct_bases=[],
    name_mapping={
        "args": "args",
        "command": "command",
        "confidential": "confidential",
        "env": "env",
        "env_from": "envFrom",
        "image": "image",
        "image_pull_policy": "imagePullPolicy",
        "lifecycle": "lifecycle",
        "liveness_probe": "livenessProbe",
        "model_format": "modelFormat",
        "name": "name",
        "ports": "ports",
        "protocol_version": "protocolVersion",
        "readiness_probe": "readinessProbe",
        "resize_policy": "resizePolicy",
        "resources": "resources",
        "restart_policy": "restartPolicy",
        "restart_policy_rules": "restartPolicyRules",
        "runtime": "runtime",
        "runtime_version": "runtimeVersion",
        "security_context": "securityContext",
        "startup_probe": "startupProbe",
        "stdin": "stdin",
        "stdin_once": "stdinOnce",
        "storage": "storage",
        "storage_uri": "storageUri",
        "termination_message_path": "terminationMessagePath",
        "termination_message_policy": "terminationMessagePolicy",
        "tty": "tty",
        "volume_devices": "volumeDevices",
        "volume_mounts": "volumeMounts",
        "working_dir": "workingDir",
    },
)
class InferenceServiceSpecPredictorModel:
    def __init__(
        self,
        *,
        args: typing.Optional[typing.Sequence[builtins.str]] = None,
        command: typing.Optional[typing.Sequence[builtins.str]] = None,
        confidential: typing.Any = None,
        env: typing.Optional[typing.Sequence[typing.Union["InferenceServiceSpecPredictorModelEnv", typing.Dict[builtins.str, typing.Any]]]] = None,
        env_from: typing.Optional[typing.Sequence[typing.Any]] = None,
        image: typing.Optional[builtins.str] = None,
        image_pull_policy: typing.Optional[builtins.str] = None,
        lifecycle: typing.Any = None,
        liveness_probe: typing.Any = None,
        model_format: typing.Optional[typing.Union["InferenceServiceSpecPredictorModelModelFormat", typing.Dict[builtins.str, typing.Any]]] = None,
        name: typing.Optional[builtins.str] = None,
        ports: typing.Optional[typing.Sequence[typing.Union["InferenceServiceSpecPredictorModelPorts", typing.Dict[builtins.str, typing.Any]]]] = None,
        protocol_version: typing.Optional[builtins.str] = None,
        readiness_probe: typing.Any = None,
        resize_policy: typing.Optional[typing.Sequence[typing.Any]] = None,
        resources: typing.Optional[typing.Union["InferenceServiceSpecPredictorModelResources", typing.Dict[builtins.str, typing.Any]]] = None,
        restart_policy: typing.Optional[builtins.str] = None,
        restart_policy_rules: typing.Optional[typing.Sequence[typing.Any]] = None,
        runtime: typing.Optional[builtins.str] = None,
        runtime_version: typing.Optional[builtins.str] = None,
        security_context: typing.Any = None,
        startup_probe: typing.Any = None,
        stdin: typing.Optional[builtins.bool] = None,
        stdin_once: typing.Optional[builtins.bool] = None,
        storage: typing.Optional[typing.Union["InferenceServiceSpecPredictorModelStorage", typing.Dict[builtins.str, typing.Any]]] = None,
        storage_uri: typing.Optional[builtins.str] = None,
        termination_message_path: typing.Optional[builtins.str] = None,
        termination_message_policy: typing.Optional[builtins.str] = None,
        tty: typing.Optional[builtins.bool] = None,
        volume_devices: typing.Optional[typing.Sequence[typing.Any]] = None,
        volume_mounts: typing.Optional[typing.Sequence[typing.Any]] = None,
        working_dir: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param args: 
        :param command: 
        :param confidential: 
        :param env: 
        :param env_from: 
        :param image: 
        :param image_pull_policy: 
        :param lifecycle: 
        :param liveness_probe: 
        :param model_format: 
        :param name: 
        :param ports: 
        :param protocol_version: 
        :param readiness_probe: 
        :param resize_policy: 
        :param resources: 
        :param restart_policy: 
        :param restart_policy_rules: 
        :param runtime: 
        :param runtime_version: 
        :param security_context: 
        :param startup_probe: 
        :param stdin: 
        :param stdin_once: 
        :param storage: 
        :param storage_uri: 
        :param termination_message_path: 
        :param termination_message_policy: 
        :param tty: 
        :param volume_devices: 
        :param volume_mounts: 
        :param working_dir: 

        :schema: InferenceServiceSpecPredictorModel
        '''
        if isinstance(model_format, dict):
            model_format = InferenceServiceSpecPredictorModelModelFormat(**model_format)
        if isinstance(resources, dict):
            resources = InferenceServiceSpecPredictorModelResources(**resources)
        if isinstance(storage, dict):
            storage = InferenceServiceSpecPredictorModelStorage(**storage)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__eb3039f4846b53bdacda48dbdaad52d6b833eb22869cfa5ad28e0e57c8a67c49)
            check_type(argname="argument args", value=args, expected_type=type_hints["args"])
            check_type(argname="argument command", value=command, expected_type=type_hints["command"])
            check_type(argname="argument confidential", value=confidential, expected_type=type_hints["confidential"])
            check_type(argname="argument env", value=env, expected_type=type_hints["env"])
            check_type(argname="argument env_from", value=env_from, expected_type=type_hints["env_from"])
            check_type(argname="argument image", value=image, expected_type=type_hints["image"])
            check_type(argname="argument image_pull_policy", value=image_pull_policy, expected_type=type_hints["image_pull_policy"])
            check_type(argname="argument lifecycle", value=lifecycle, expected_type=type_hints["lifecycle"])
            check_type(argname="argument liveness_probe", value=liveness_probe, expected_type=type_hints["liveness_probe"])
            check_type(argname="argument model_format", value=model_format, expected_type=type_hints["model_format"])
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument ports", value=ports, expected_type=type_hints["ports"])
            check_type(argname="argument protocol_version", value=protocol_version, expected_type=type_hints["protocol_version"])
            check_type(argname="argument readiness_probe", value=readiness_probe, expected_type=type_hints["readiness_probe"])
            check_type(argname="argument resize_policy", value=resize_policy, expected_type=type_hints["resize_policy"])
            check_type(argname="argument resources", value=resources, expected_type=type_hints["resources"])
            check_type(argname="argument restart_policy", value=restart_policy, expected_type=type_hints["restart_policy"])
            check_type(argname="argument restart_policy_rules", value=restart_policy_rules, expected_type=type_hints["restart_policy_rules"])
            check_type(argname="argument runtime", value=runtime, expected_type=type_hints["runtime"])
            check_type(argname="argument runtime_version", value=runtime_version, expected_type=type_hints["runtime_version"])
            check_type(argname="argument security_context", value=security_context, expected_type=type_hints["security_context"])
            check_type(argname="argument startup_probe", value=startup_probe, expected_type=type_hints["startup_probe"])
            check_type(argname="argument stdin", value=stdin, expected_type=type_hints["stdin"])
            check_type(argname="argument stdin_once", value=stdin_once, expected_type=type_hints["stdin_once"])
            check_type(argname="argument storage", value=storage, expected_type=type_hints["storage"])
            check_type(argname="argument storage_uri", value=storage_uri, expected_type=type_hints["storage_uri"])
            check_type(argname="argument termination_message_path", value=termination_message_path, expected_type=type_hints["termination_message_path"])
            check_type(argname="argument termination_message_policy", value=termination_message_policy, expected_type=type_hints["termination_message_policy"])
            check_type(argname="argument tty", value=tty, expected_type=type_hints["tty"])
            check_type(argname="argument volume_devices", value=volume_devices, expected_type=type_hints["volume_devices"])
            check_type(argname="argument volume_mounts", value=volume_mounts, expected_type=type_hints["volume_mounts"])
            check_type(argname="argument working_dir", value=working_dir, expected_type=type_hints["working_dir"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if args is not None:
            self._values["args"] = args
        if command is not None:
            self._values["command"] = command
        if confidential is not None:
            self._values["confidential"] = confidential
        if env is not None:
            self._values["env"] = env
        if env_from is not None:
            self._values["env_from"] = env_from
        if image is not None:
            self._values["image"] = image
        if image_pull_policy is not None:
            self._values["image_pull_policy"] = image_pull_policy
        if lifecycle is not None:
            self._values["lifecycle"] = lifecycle
        if liveness_probe is not None:
            self._values["liveness_probe"] = liveness_probe
        if model_format is not None:
            self._values["model_format"] = model_format
        if name is not None:
            self._values["name"] = name
        if ports is not None:
            self._values["ports"] = ports
        if protocol_version is not None:
            self._values["protocol_version"] = protocol_version
        if readiness_probe is not None:
            self._values["readiness_probe"] = readiness_probe
        if resize_policy is not None:
            self._values["resize_policy"] = resize_policy
        if resources is not None:
            self._values["resources"] = resources
        if restart_policy is not None:
            self._values["restart_policy"] = restart_policy
        if restart_policy_rules is not None:
            self._values["restart_policy_rules"] = restart_policy_rules
        if runtime is not None:
            self._values["runtime"] = runtime
        if runtime_version is not None:
            self._values["runtime_version"] = runtime_version
        if security_context is not None:
            self._values["security_context"] = security_context
        if startup_probe is not None:
            self._values["startup_probe"] = startup_probe
        if stdin is not None:
            self._values["stdin"] = stdin
        if stdin_once is not None:
            self._values["stdin_once"] = stdin_once
        if storage is not None:
            self._values["storage"] = storage
        if storage_uri is not None:
            self._values["storage_uri"] = storage_uri
        if termination_message_path is not None:
            self._values["termination_message_path"] = termination_message_path
        if termination_message_policy is not None:
            self._values["termination_message_policy"] = termination_message_policy
        if tty is not None:
            self._values["tty"] = tty
        if volume_devices is not None:
            self._values["volume_devices"] = volume_devices
        if volume_mounts is not None:
            self._values["volume_mounts"] = volume_mounts
        if working_dir is not None:
            self._values["working_dir"] = working_dir

    @builtins.property
    def args(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: InferenceServiceSpecPredictorModel#args
        '''
        result = self._values.get("args")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def command(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: InferenceServiceSpecPredictorModel#command
        '''
        result = self._values.get("command")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def confidential(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictorModel#confidential
        '''
        result = self._values.get("confidential")
        return typing.cast(typing.Any, result)

    @builtins.property
    def env(
        self,
    ) -> typing.Optional[typing.List["InferenceServiceSpecPredictorModelEnv"]]:
        '''
        :schema: InferenceServiceSpecPredictorModel#env
        '''
        result = self._values.get("env")
        return typing.cast(typing.Optional[typing.List["InferenceServiceSpecPredictorModelEnv"]], result)

    @builtins.property
    def env_from(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: InferenceServiceSpecPredictorModel#envFrom
        '''
        result = self._values.get("env_from")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def image(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModel#image
        '''
        result = self._values.get("image")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def image_pull_policy(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModel#imagePullPolicy
        '''
        result = self._values.get("image_pull_policy")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def lifecycle(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictorModel#lifecycle
        '''
        result = self._values.get("lifecycle")
        return typing.cast(typing.Any, result)

    @builtins.property
    def liveness_probe(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictorModel#livenessProbe
        '''
        result = self._values.get("liveness_probe")
        return typing.cast(typing.Any, result)

    @builtins.property
    def model_format(
        self,
    ) -> typing.Optional["InferenceServiceSpecPredictorModelModelFormat"]:
        '''
        :schema: InferenceServiceSpecPredictorModel#modelFormat
        '''
        result = self._values.get("model_format")
        return typing.cast(typing.Optional["InferenceServiceSpecPredictorModelModelFormat"], result)

    @builtins.property
    def name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModel#name
        '''
        result = self._values.get("name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def ports(
        self,
    ) -> typing.Optional[typing.List["InferenceServiceSpecPredictorModelPorts"]]:
        '''
        :schema: InferenceServiceSpecPredictorModel#ports
        '''
        result = self._values.get("ports")
        return typing.cast(typing.Optional[typing.List["InferenceServiceSpecPredictorModelPorts"]], result)

    @builtins.property
    def protocol_version(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModel#protocolVersion
        '''
        result = self._values.get("protocol_version")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def readiness_probe(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictorModel#readinessProbe
        '''
        result = self._values.get("readiness_probe")
        return typing.cast(typing.Any, result)

    @builtins.property
    def resize_policy(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: InferenceServiceSpecPredictorModel#resizePolicy
        '''
        result = self._values.get("resize_policy")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def resources(
        self,
    ) -> typing.Optional["InferenceServiceSpecPredictorModelResources"]:
        '''
        :schema: InferenceServiceSpecPredictorModel#resources
        '''
        result = self._values.get("resources")
        return typing.cast(typing.Optional["InferenceServiceSpecPredictorModelResources"], result)

    @builtins.property
    def restart_policy(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModel#restartPolicy
        '''
        result = self._values.get("restart_policy")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def restart_policy_rules(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: InferenceServiceSpecPredictorModel#restartPolicyRules
        '''
        result = self._values.get("restart_policy_rules")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def runtime(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModel#runtime
        '''
        result = self._values.get("runtime")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def runtime_version(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModel#runtimeVersion
        '''
        result = self._values.get("runtime_version")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def security_context(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictorModel#securityContext
        '''
        result = self._values.get("security_context")
        return typing.cast(typing.Any, result)

    @builtins.property
    def startup_probe(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictorModel#startupProbe
        '''
        result = self._values.get("startup_probe")
        return typing.cast(typing.Any, result)

    @builtins.property
    def stdin(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: InferenceServiceSpecPredictorModel#stdin
        '''
        result = self._values.get("stdin")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def stdin_once(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: InferenceServiceSpecPredictorModel#stdinOnce
        '''
        result = self._values.get("stdin_once")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def storage(self) -> typing.Optional["InferenceServiceSpecPredictorModelStorage"]:
        '''
        :schema: InferenceServiceSpecPredictorModel#storage
        '''
        result = self._values.get("storage")
        return typing.cast(typing.Optional["InferenceServiceSpecPredictorModelStorage"], result)

    @builtins.property
    def storage_uri(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModel#storageUri
        '''
        result = self._values.get("storage_uri")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def termination_message_path(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModel#terminationMessagePath
        '''
        result = self._values.get("termination_message_path")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def termination_message_policy(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModel#terminationMessagePolicy
        '''
        result = self._values.get("termination_message_policy")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def tty(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: InferenceServiceSpecPredictorModel#tty
        '''
        result = self._values.get("tty")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def volume_devices(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: InferenceServiceSpecPredictorModel#volumeDevices
        '''
        result = self._values.get("volume_devices")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def volume_mounts(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: InferenceServiceSpecPredictorModel#volumeMounts
        '''
        result = self._values.get("volume_mounts")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def working_dir(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModel#workingDir
        '''
        result = self._values.get("working_dir")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "InferenceServiceSpecPredictorModel(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_iokserveserving.InferenceServiceSpecPredictorModelEnv",
    jsii_struct_bases=[],
    name_mapping={"name": "name", "value": "value", "value_from": "valueFrom"},
)
class InferenceServiceSpecPredictorModelEnv:
    def __init__(
        self,
        *,
        name: builtins.str,
        value: typing.Optional[builtins.str] = None,
        value_from: typing.Any = None,
    ) -> None:
        '''
        :param name: 
        :param value: 
        :param value_from: 

        :schema: InferenceServiceSpecPredictorModelEnv
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__917dfe2a33ff40ab772c1ef91330249d4582f7834a9154c7c93b26ad4dec3c15)
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
            check_type(argname="argument value_from", value=value_from, expected_type=type_hints["value_from"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "name": name,
        }
        if value is not None:
            self._values["value"] = value
        if value_from is not None:
            self._values["value_from"] = value_from

    @builtins.property
    def name(self) -> builtins.str:
        '''
        :schema: InferenceServiceSpecPredictorModelEnv#name
        '''
        result = self._values.get("name")
        assert result is not None, "Required property 'name' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def value(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModelEnv#value
        '''
        result = self._values.get("value")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def value_from(self) -> typing.Any:
        '''
        :schema: InferenceServiceSpecPredictorModelEnv#valueFrom
        '''
        result = self._values.get("value_from")
        return typing.cast(typing.Any, result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "InferenceServiceSpecPredictorModelEnv(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_iokserveserving.InferenceServiceSpecPredictorModelModelFormat",
    jsii_struct_bases=[],
    name_mapping={"name": "name", "version": "version"},
)
class InferenceServiceSpecPredictorModelModelFormat:
    def __init__(
        self,
        *,
        name: builtins.str,
        version: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param name: 
        :param version: 

        :schema: InferenceServiceSpecPredictorModelModelFormat
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__b144d22babcaf7cef1aa23a47cceee96b608ed91ffbe213de53a7b5df1716dc6)
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument version", value=version, expected_type=type_hints["version"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "name": name,
        }
        if version is not None:
            self._values["version"] = version

    @builtins.property
    def name(self) -> builtins.str:
        '''
        :schema: InferenceServiceSpecPredictorModelModelFormat#name
        '''
        result = self._values.get("name")
        assert result is not None, "Required property 'name' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def version(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModelModelFormat#version
        '''
        result = self._values.get("version")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "InferenceServiceSpecPredictorModelModelFormat(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_iokserveserving.InferenceServiceSpecPredictorModelPorts",
    jsii_struct_bases=[],
    name_mapping={
        "container_port": "containerPort",
        "host_ip": "hostIp",
        "host_port": "hostPort",
        "name": "name",
        "protocol": "protocol",
    },
)
class InferenceServiceSpecPredictorModelPorts:
    def __init__(
        self,
        *,
        container_port: jsii.Number,
        host_ip: typing.Optional[builtins.str] = None,
        host_port: typing.Optional[jsii.Number] = None,
        name: typing.Optional[builtins.str] = None,
        protocol: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param container_port: 
        :param host_ip: 
        :param host_port: 
        :param name: 
        :param protocol: 

        :schema: InferenceServiceSpecPredictorModelPorts
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__4e359987f903eb4964f699fc81279705d6609cba1809010815aa8aad1208f97e)
            check_type(argname="argument container_port", value=container_port, expected_type=type_hints["container_port"])
            check_type(argname="argument host_ip", value=host_ip, expected_type=type_hints["host_ip"])
            check_type(argname="argument host_port", value=host_port, expected_type=type_hints["host_port"])
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument protocol", value=protocol, expected_type=type_hints["protocol"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "container_port": container_port,
        }
        if host_ip is not None:
            self._values["host_ip"] = host_ip
        if host_port is not None:
            self._values["host_port"] = host_port
        if name is not None:
            self._values["name"] = name
        if protocol is not None:
            self._values["protocol"] = protocol

    @builtins.property
    def container_port(self) -> jsii.Number:
        '''
        :schema: InferenceServiceSpecPredictorModelPorts#containerPort
        '''
        result = self._values.get("container_port")
        assert result is not None, "Required property 'container_port' is missing"
        return typing.cast(jsii.Number, result)

    @builtins.property
    def host_ip(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModelPorts#hostIP
        '''
        result = self._values.get("host_ip")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def host_port(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: InferenceServiceSpecPredictorModelPorts#hostPort
        '''
        result = self._values.get("host_port")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModelPorts#name
        '''
        result = self._values.get("name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def protocol(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModelPorts#protocol
        '''
        result = self._values.get("protocol")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "InferenceServiceSpecPredictorModelPorts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_iokserveserving.InferenceServiceSpecPredictorModelResources",
    jsii_struct_bases=[],
    name_mapping={"claims": "claims", "limits": "limits", "requests": "requests"},
)
class InferenceServiceSpecPredictorModelResources:
    def __init__(
        self,
        *,
        claims: typing.Optional[typing.Sequence[typing.Any]] = None,
        limits: typing.Optional[typing.Mapping[builtins.str, "InferenceServiceSpecPredictorModelResourcesLimits"]] = None,
        requests: typing.Optional[typing.Mapping[builtins.str, "InferenceServiceSpecPredictorModelResourcesRequests"]] = None,
    ) -> None:
        '''
        :param claims: 
        :param limits: 
        :param requests: 

        :schema: InferenceServiceSpecPredictorModelResources
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__dc2a32cdc145b182a2064a03dc8ce063064bfe6b6cf66f86cc663d249d427169)
            check_type(argname="argument claims", value=claims, expected_type=type_hints["claims"])
            check_type(argname="argument limits", value=limits, expected_type=type_hints["limits"])
            check_type(argname="argument requests", value=requests, expected_type=type_hints["requests"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if claims is not None:
            self._values["claims"] = claims
        if limits is not None:
            self._values["limits"] = limits
        if requests is not None:
            self._values["requests"] = requests

    @builtins.property
    def claims(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: InferenceServiceSpecPredictorModelResources#claims
        '''
        result = self._values.get("claims")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def limits(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, "InferenceServiceSpecPredictorModelResourcesLimits"]]:
        '''
        :schema: InferenceServiceSpecPredictorModelResources#limits
        '''
        result = self._values.get("limits")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, "InferenceServiceSpecPredictorModelResourcesLimits"]], result)

    @builtins.property
    def requests(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, "InferenceServiceSpecPredictorModelResourcesRequests"]]:
        '''
        :schema: InferenceServiceSpecPredictorModelResources#requests
        '''
        result = self._values.get("requests")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, "InferenceServiceSpecPredictorModelResourcesRequests"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "InferenceServiceSpecPredictorModelResources(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


class InferenceServiceSpecPredictorModelResourcesLimits(
    metaclass=jsii.JSIIMeta,
    jsii_type="cdk8s_iter8_crds_iokserveserving.InferenceServiceSpecPredictorModelResourcesLimits",
):
    '''
    :schema: InferenceServiceSpecPredictorModelResourcesLimits
    '''

    @jsii.member(jsii_name="fromNumber")
    @builtins.classmethod
    def from_number(
        cls,
        value: jsii.Number,
    ) -> "InferenceServiceSpecPredictorModelResourcesLimits":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__0e93619654e1440bb1827151e5684f97292ae452fc8ef0689dc69068acf26333)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("InferenceServiceSpecPredictorModelResourcesLimits", jsii.sinvoke(cls, "fromNumber", [value]))

    @jsii.member(jsii_name="fromString")
    @builtins.classmethod
    def from_string(
        cls,
        value: builtins.str,
    ) -> "InferenceServiceSpecPredictorModelResourcesLimits":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__326c297a5732c5de50beb1ff020572dbd0e969cee756d931665ea2a8a639fe9c)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("InferenceServiceSpecPredictorModelResourcesLimits", jsii.sinvoke(cls, "fromString", [value]))

    @builtins.property
    @jsii.member(jsii_name="value")
    def value(self) -> typing.Union[builtins.str, jsii.Number]:
        return typing.cast(typing.Union[builtins.str, jsii.Number], jsii.get(self, "value"))


class InferenceServiceSpecPredictorModelResourcesRequests(
    metaclass=jsii.JSIIMeta,
    jsii_type="cdk8s_iter8_crds_iokserveserving.InferenceServiceSpecPredictorModelResourcesRequests",
):
    '''
    :schema: InferenceServiceSpecPredictorModelResourcesRequests
    '''

    @jsii.member(jsii_name="fromNumber")
    @builtins.classmethod
    def from_number(
        cls,
        value: jsii.Number,
    ) -> "InferenceServiceSpecPredictorModelResourcesRequests":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__df684ead07897a46be43b4c26a12cda0b4f40225e0e7a4ac63ff2021f3c147a1)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("InferenceServiceSpecPredictorModelResourcesRequests", jsii.sinvoke(cls, "fromNumber", [value]))

    @jsii.member(jsii_name="fromString")
    @builtins.classmethod
    def from_string(
        cls,
        value: builtins.str,
    ) -> "InferenceServiceSpecPredictorModelResourcesRequests":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__d2c7133ee8e0769387ccc2aa1847350e74590bc2b68f0113a3a916e483bf4eba)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("InferenceServiceSpecPredictorModelResourcesRequests", jsii.sinvoke(cls, "fromString", [value]))

    @builtins.property
    @jsii.member(jsii_name="value")
    def value(self) -> typing.Union[builtins.str, jsii.Number]:
        return typing.cast(typing.Union[builtins.str, jsii.Number], jsii.get(self, "value"))


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_iokserveserving.InferenceServiceSpecPredictorModelStorage",
    jsii_struct_bases=[],
    name_mapping={
        "key": "key",
        "parameters": "parameters",
        "path": "path",
        "schema_path": "schemaPath",
    },
)
class InferenceServiceSpecPredictorModelStorage:
    def __init__(
        self,
        *,
        key: typing.Optional[builtins.str] = None,
        parameters: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        path: typing.Optional[builtins.str] = None,
        schema_path: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param key: 
        :param parameters: 
        :param path: 
        :param schema_path: 

        :schema: InferenceServiceSpecPredictorModelStorage
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__f76ed07b363a30fcce9a0beec209b36630a1f8a927f1a57c4245b1424d289aae)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument parameters", value=parameters, expected_type=type_hints["parameters"])
            check_type(argname="argument path", value=path, expected_type=type_hints["path"])
            check_type(argname="argument schema_path", value=schema_path, expected_type=type_hints["schema_path"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if key is not None:
            self._values["key"] = key
        if parameters is not None:
            self._values["parameters"] = parameters
        if path is not None:
            self._values["path"] = path
        if schema_path is not None:
            self._values["schema_path"] = schema_path

    @builtins.property
    def key(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModelStorage#key
        '''
        result = self._values.get("key")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def parameters(self) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: InferenceServiceSpecPredictorModelStorage#parameters
        '''
        result = self._values.get("parameters")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    @builtins.property
    def path(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModelStorage#path
        '''
        result = self._values.get("path")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def schema_path(self) -> typing.Optional[builtins.str]:
        '''
        :schema: InferenceServiceSpecPredictorModelStorage#schemaPath
        '''
        result = self._values.get("schema_path")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "InferenceServiceSpecPredictorModelStorage(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


class InferenceServiceSpecPredictorOverhead(
    metaclass=jsii.JSIIMeta,
    jsii_type="cdk8s_iter8_crds_iokserveserving.InferenceServiceSpecPredictorOverhead",
):
    '''
    :schema: InferenceServiceSpecPredictorOverhead
    '''

    @jsii.member(jsii_name="fromNumber")
    @builtins.classmethod
    def from_number(cls, value: jsii.Number) -> "InferenceServiceSpecPredictorOverhead":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__8e88533943619727d70e8e80f65cdabaea0e1e76a9fb9e0aa512a6731e120d76)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("InferenceServiceSpecPredictorOverhead", jsii.sinvoke(cls, "fromNumber", [value]))

    @jsii.member(jsii_name="fromString")
    @builtins.classmethod
    def from_string(
        cls,
        value: builtins.str,
    ) -> "InferenceServiceSpecPredictorOverhead":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__4dd6aec7ae04bcaa85f0364400caa89f2c5237e605c5c5849d4c6fa8deb3289e)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("InferenceServiceSpecPredictorOverhead", jsii.sinvoke(cls, "fromString", [value]))

    @builtins.property
    @jsii.member(jsii_name="value")
    def value(self) -> typing.Union[builtins.str, jsii.Number]:
        return typing.cast(typing.Union[builtins.str, jsii.Number], jsii.get(self, "value"))


@jsii.enum(
    jsii_type="cdk8s_iter8_crds_iokserveserving.InferenceServiceSpecPredictorScaleMetric"
)
class InferenceServiceSpecPredictorScaleMetric(enum.Enum):
    '''
    :schema: InferenceServiceSpecPredictorScaleMetric
    '''

    CPU = "CPU"
    '''cpu.'''
    MEMORY = "MEMORY"
    '''memory.'''
    CONCURRENCY = "CONCURRENCY"
    '''concurrency.'''
    RPS = "RPS"
    '''rps.'''


@jsii.enum(
    jsii_type="cdk8s_iter8_crds_iokserveserving.InferenceServiceSpecPredictorScaleMetricType"
)
class InferenceServiceSpecPredictorScaleMetricType(enum.Enum):
    '''
    :schema: InferenceServiceSpecPredictorScaleMetricType
    '''

    UTILIZATION = "UTILIZATION"
    '''Utilization.'''
    VALUE = "VALUE"
    '''Value.'''
    AVERAGE_VALUE = "AVERAGE_VALUE"
    '''AverageValue.'''


__all__ = [
    "InferenceService",
    "InferenceServiceProps",
    "InferenceServiceSpec",
    "InferenceServiceSpecPredictor",
    "InferenceServiceSpecPredictorModel",
    "InferenceServiceSpecPredictorModelEnv",
    "InferenceServiceSpecPredictorModelModelFormat",
    "InferenceServiceSpecPredictorModelPorts",
    "InferenceServiceSpecPredictorModelResources",
    "InferenceServiceSpecPredictorModelResourcesLimits",
    "InferenceServiceSpecPredictorModelResourcesRequests",
    "InferenceServiceSpecPredictorModelStorage",
    "InferenceServiceSpecPredictorOverhead",
    "InferenceServiceSpecPredictorScaleMetric",
    "InferenceServiceSpecPredictorScaleMetricType",
]

publication.publish()

def _typecheckingstub__cad2ff0f999b1cc30696cf9e3908b5228143eaaa19106320ae7ecb466f77c903(
    scope: _constructs_77d1e7e8.Construct,
    id: builtins.str,
    *,
    spec: typing.Union[InferenceServiceSpec, typing.Dict[builtins.str, typing.Any]],
    metadata: typing.Optional[typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__56cbfdaa913c87afab377678c623a780c27d936912524b98a788cac80cf6c2d0(
    *,
    spec: typing.Union[InferenceServiceSpec, typing.Dict[builtins.str, typing.Any]],
    metadata: typing.Optional[typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__241469b8aec2538ad85370a2de48e57707dd2e6d9f60751fd999f6de0f72f32f(
    *,
    predictor: typing.Union[InferenceServiceSpecPredictor, typing.Dict[builtins.str, typing.Any]],
    canary: typing.Optional[typing.Sequence[typing.Any]] = None,
    explainer: typing.Any = None,
    transformer: typing.Any = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__8a34021ffd49148dfcab55effee47c9a0682751705f65da8631ca295150e40ce(
    *,
    active_deadline_seconds: typing.Optional[jsii.Number] = None,
    affinity: typing.Any = None,
    annotations: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    automount_service_account_token: typing.Optional[builtins.bool] = None,
    auto_scaling: typing.Any = None,
    batcher: typing.Any = None,
    canary_traffic_percent: typing.Optional[jsii.Number] = None,
    container_concurrency: typing.Optional[jsii.Number] = None,
    containers: typing.Optional[typing.Sequence[typing.Any]] = None,
    deployment_strategy: typing.Any = None,
    dns_config: typing.Any = None,
    dns_policy: typing.Optional[builtins.str] = None,
    enable_service_links: typing.Optional[builtins.bool] = None,
    host_aliases: typing.Optional[typing.Sequence[typing.Any]] = None,
    host_ipc: typing.Optional[builtins.bool] = None,
    hostname: typing.Optional[builtins.str] = None,
    hostname_override: typing.Optional[builtins.str] = None,
    host_network: typing.Optional[builtins.bool] = None,
    host_pid: typing.Optional[builtins.bool] = None,
    host_users: typing.Optional[builtins.bool] = None,
    huggingface: typing.Any = None,
    image_pull_secrets: typing.Optional[typing.Sequence[typing.Any]] = None,
    init_containers: typing.Optional[typing.Sequence[typing.Any]] = None,
    labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    lightgbm: typing.Any = None,
    logger: typing.Any = None,
    max_replicas: typing.Optional[jsii.Number] = None,
    min_replicas: typing.Optional[jsii.Number] = None,
    model: typing.Optional[typing.Union[InferenceServiceSpecPredictorModel, typing.Dict[builtins.str, typing.Any]]] = None,
    name: typing.Optional[builtins.str] = None,
    node_name: typing.Optional[builtins.str] = None,
    node_selector: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    onnx: typing.Any = None,
    os: typing.Any = None,
    overhead: typing.Optional[typing.Mapping[builtins.str, InferenceServiceSpecPredictorOverhead]] = None,
    paddle: typing.Any = None,
    pmml: typing.Any = None,
    preemption_policy: typing.Optional[builtins.str] = None,
    priority: typing.Optional[jsii.Number] = None,
    priority_class_name: typing.Optional[builtins.str] = None,
    pytorch: typing.Any = None,
    readiness_gates: typing.Optional[typing.Sequence[typing.Any]] = None,
    resource_claims: typing.Optional[typing.Sequence[typing.Any]] = None,
    resources: typing.Any = None,
    restart_policy: typing.Optional[builtins.str] = None,
    runtime_class_name: typing.Optional[builtins.str] = None,
    scale_metric: typing.Optional[InferenceServiceSpecPredictorScaleMetric] = None,
    scale_metric_type: typing.Optional[InferenceServiceSpecPredictorScaleMetricType] = None,
    scale_target: typing.Optional[jsii.Number] = None,
    scheduler_name: typing.Optional[builtins.str] = None,
    scheduling_gates: typing.Optional[typing.Sequence[typing.Any]] = None,
    security_context: typing.Any = None,
    service_account: typing.Optional[builtins.str] = None,
    service_account_name: typing.Optional[builtins.str] = None,
    set_hostname_as_fqdn: typing.Optional[builtins.bool] = None,
    share_process_namespace: typing.Optional[builtins.bool] = None,
    sklearn: typing.Any = None,
    storage_container_name: typing.Optional[builtins.str] = None,
    storage_uris: typing.Optional[typing.Sequence[typing.Any]] = None,
    subdomain: typing.Optional[builtins.str] = None,
    tensorflow: typing.Any = None,
    termination_grace_period_seconds: typing.Optional[jsii.Number] = None,
    timeout: typing.Optional[jsii.Number] = None,
    tolerations: typing.Optional[typing.Sequence[typing.Any]] = None,
    topology_spread_constraints: typing.Optional[typing.Sequence[typing.Any]] = None,
    triton: typing.Any = None,
    volumes: typing.Optional[typing.Sequence[typing.Any]] = None,
    worker_spec: typing.Any = None,
    xgboost: typing.Any = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__eb3039f4846b53bdacda48dbdaad52d6b833eb22869cfa5ad28e0e57c8a67c49(
    *,
    args: typing.Optional[typing.Sequence[builtins.str]] = None,
    command: typing.Optional[typing.Sequence[builtins.str]] = None,
    confidential: typing.Any = None,
    env: typing.Optional[typing.Sequence[typing.Union[InferenceServiceSpecPredictorModelEnv, typing.Dict[builtins.str, typing.Any]]]] = None,
    env_from: typing.Optional[typing.Sequence[typing.Any]] = None,
    image: typing.Optional[builtins.str] = None,
    image_pull_policy: typing.Optional[builtins.str] = None,
    lifecycle: typing.Any = None,
    liveness_probe: typing.Any = None,
    model_format: typing.Optional[typing.Union[InferenceServiceSpecPredictorModelModelFormat, typing.Dict[builtins.str, typing.Any]]] = None,
    name: typing.Optional[builtins.str] = None,
    ports: typing.Optional[typing.Sequence[typing.Union[InferenceServiceSpecPredictorModelPorts, typing.Dict[builtins.str, typing.Any]]]] = None,
    protocol_version: typing.Optional[builtins.str] = None,
    readiness_probe: typing.Any = None,
    resize_policy: typing.Optional[typing.Sequence[typing.Any]] = None,
    resources: typing.Optional[typing.Union[InferenceServiceSpecPredictorModelResources, typing.Dict[builtins.str, typing.Any]]] = None,
    restart_policy: typing.Optional[builtins.str] = None,
    restart_policy_rules: typing.Optional[typing.Sequence[typing.Any]] = None,
    runtime: typing.Optional[builtins.str] = None,
    runtime_version: typing.Optional[builtins.str] = None,
    security_context: typing.Any = None,
    startup_probe: typing.Any = None,
    stdin: typing.Optional[builtins.bool] = None,
    stdin_once: typing.Optional[builtins.bool] = None,
    storage: typing.Optional[typing.Union[InferenceServiceSpecPredictorModelStorage, typing.Dict[builtins.str, typing.Any]]] = None,
    storage_uri: typing.Optional[builtins.str] = None,
    termination_message_path: typing.Optional[builtins.str] = None,
    termination_message_policy: typing.Optional[builtins.str] = None,
    tty: typing.Optional[builtins.bool] = None,
    volume_devices: typing.Optional[typing.Sequence[typing.Any]] = None,
    volume_mounts: typing.Optional[typing.Sequence[typing.Any]] = None,
    working_dir: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__917dfe2a33ff40ab772c1ef91330249d4582f7834a9154c7c93b26ad4dec3c15(
    *,
    name: builtins.str,
    value: typing.Optional[builtins.str] = None,
    value_from: typing.Any = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__b144d22babcaf7cef1aa23a47cceee96b608ed91ffbe213de53a7b5df1716dc6(
    *,
    name: builtins.str,
    version: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__4e359987f903eb4964f699fc81279705d6609cba1809010815aa8aad1208f97e(
    *,
    container_port: jsii.Number,
    host_ip: typing.Optional[builtins.str] = None,
    host_port: typing.Optional[jsii.Number] = None,
    name: typing.Optional[builtins.str] = None,
    protocol: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__dc2a32cdc145b182a2064a03dc8ce063064bfe6b6cf66f86cc663d249d427169(
    *,
    claims: typing.Optional[typing.Sequence[typing.Any]] = None,
    limits: typing.Optional[typing.Mapping[builtins.str, InferenceServiceSpecPredictorModelResourcesLimits]] = None,
    requests: typing.Optional[typing.Mapping[builtins.str, InferenceServiceSpecPredictorModelResourcesRequests]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__0e93619654e1440bb1827151e5684f97292ae452fc8ef0689dc69068acf26333(
    value: jsii.Number,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__326c297a5732c5de50beb1ff020572dbd0e969cee756d931665ea2a8a639fe9c(
    value: builtins.str,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__df684ead07897a46be43b4c26a12cda0b4f40225e0e7a4ac63ff2021f3c147a1(
    value: jsii.Number,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__d2c7133ee8e0769387ccc2aa1847350e74590bc2b68f0113a3a916e483bf4eba(
    value: builtins.str,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f76ed07b363a30fcce9a0beec209b36630a1f8a927f1a57c4245b1424d289aae(
    *,
    key: typing.Optional[builtins.str] = None,
    parameters: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    path: typing.Optional[builtins.str] = None,
    schema_path: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__8e88533943619727d70e8e80f65cdabaea0e1e76a9fb9e0aa512a6731e120d76(
    value: jsii.Number,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__4dd6aec7ae04bcaa85f0364400caa89f2c5237e605c5c5849d4c6fa8deb3289e(
    value: builtins.str,
) -> None:
    """Type checking stubs"""
    pass
