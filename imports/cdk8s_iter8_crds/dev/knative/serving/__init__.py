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


class Service(
    _cdk8s_d3d9af27.ApiObject,
    metaclass=jsii.JSIIMeta,
    jsii_type="cdk8s_iter8_crds_devknativeserving.Service",
):
    '''
    :schema: Service
    '''

    def __init__(
        self,
        scope: "_constructs_77d1e7e8.Construct",
        id: builtins.str,
        *,
        spec: typing.Union["ServiceSpec", typing.Dict[builtins.str, typing.Any]],
        metadata: typing.Optional[typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''Defines a "Service" API object.

        :param scope: the scope in which to define this object.
        :param id: a scope-local name for the object.
        :param spec: 
        :param metadata: 
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__a8f84e32d390c1a52442d12b441de1a8dda636949b6730305952dd578242d839)
            check_type(argname="argument scope", value=scope, expected_type=type_hints["scope"])
            check_type(argname="argument id", value=id, expected_type=type_hints["id"])
        props = ServiceProps(spec=spec, metadata=metadata)

        jsii.create(self.__class__, self, [scope, id, props])

    @jsii.member(jsii_name="manifest")
    @builtins.classmethod
    def manifest(
        cls,
        *,
        spec: typing.Union["ServiceSpec", typing.Dict[builtins.str, typing.Any]],
        metadata: typing.Optional[typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> typing.Any:
        '''Renders a Kubernetes manifest for "Service".

        This can be used to inline resource manifests inside other objects (e.g. as templates).

        :param spec: 
        :param metadata: 
        '''
        props = ServiceProps(spec=spec, metadata=metadata)

        return typing.cast(typing.Any, jsii.sinvoke(cls, "manifest", [props]))

    @jsii.member(jsii_name="toJson")
    def to_json(self) -> typing.Any:
        '''Renders the object to Kubernetes JSON.'''
        return typing.cast(typing.Any, jsii.invoke(self, "toJson", []))

    @jsii.python.classproperty
    @jsii.member(jsii_name="GVK")
    def GVK(cls) -> "_cdk8s_d3d9af27.GroupVersionKind":
        '''Returns the apiVersion and kind for "Service".'''
        return typing.cast("_cdk8s_d3d9af27.GroupVersionKind", jsii.sget(cls, "GVK"))


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceProps",
    jsii_struct_bases=[],
    name_mapping={"spec": "spec", "metadata": "metadata"},
)
class ServiceProps:
    def __init__(
        self,
        *,
        spec: typing.Union["ServiceSpec", typing.Dict[builtins.str, typing.Any]],
        metadata: typing.Optional[typing.Union["_cdk8s_d3d9af27.ApiObjectMetadata", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param spec: 
        :param metadata: 

        :schema: Service
        '''
        if isinstance(spec, dict):
            spec = ServiceSpec(**spec)
        if isinstance(metadata, dict):
            metadata = _cdk8s_d3d9af27.ApiObjectMetadata(**metadata)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__b39bab51e2e496ea6f2f762b0fa6ee5fbf2effce07c116ab8ca637a01cc8748c)
            check_type(argname="argument spec", value=spec, expected_type=type_hints["spec"])
            check_type(argname="argument metadata", value=metadata, expected_type=type_hints["metadata"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "spec": spec,
        }
        if metadata is not None:
            self._values["metadata"] = metadata

    @builtins.property
    def spec(self) -> "ServiceSpec":
        '''
        :schema: Service#spec
        '''
        result = self._values.get("spec")
        assert result is not None, "Required property 'spec' is missing"
        return typing.cast("ServiceSpec", result)

    @builtins.property
    def metadata(self) -> typing.Optional["_cdk8s_d3d9af27.ApiObjectMetadata"]:
        '''
        :schema: Service#metadata
        '''
        result = self._values.get("metadata")
        return typing.cast(typing.Optional["_cdk8s_d3d9af27.ApiObjectMetadata"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceProps(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpec",
    jsii_struct_bases=[],
    name_mapping={"template": "template", "traffic": "traffic"},
)
class ServiceSpec:
    def __init__(
        self,
        *,
        template: typing.Optional[typing.Union["ServiceSpecTemplate", typing.Dict[builtins.str, typing.Any]]] = None,
        traffic: typing.Optional[typing.Sequence[typing.Union["ServiceSpecTraffic", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param template: 
        :param traffic: 

        :schema: ServiceSpec
        '''
        if isinstance(template, dict):
            template = ServiceSpecTemplate(**template)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__89404bb8daf44c0e649746d5deb4363b55d33771cb30b188646adb856911e072)
            check_type(argname="argument template", value=template, expected_type=type_hints["template"])
            check_type(argname="argument traffic", value=traffic, expected_type=type_hints["traffic"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if template is not None:
            self._values["template"] = template
        if traffic is not None:
            self._values["traffic"] = traffic

    @builtins.property
    def template(self) -> typing.Optional["ServiceSpecTemplate"]:
        '''
        :schema: ServiceSpec#template
        '''
        result = self._values.get("template")
        return typing.cast(typing.Optional["ServiceSpecTemplate"], result)

    @builtins.property
    def traffic(self) -> typing.Optional[typing.List["ServiceSpecTraffic"]]:
        '''
        :schema: ServiceSpec#traffic
        '''
        result = self._values.get("traffic")
        return typing.cast(typing.Optional[typing.List["ServiceSpecTraffic"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpec(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplate",
    jsii_struct_bases=[],
    name_mapping={"metadata": "metadata", "spec": "spec"},
)
class ServiceSpecTemplate:
    def __init__(
        self,
        *,
        metadata: typing.Optional[typing.Union["ServiceSpecTemplateMetadata", typing.Dict[builtins.str, typing.Any]]] = None,
        spec: typing.Optional[typing.Union["ServiceSpecTemplateSpec", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param metadata: 
        :param spec: 

        :schema: ServiceSpecTemplate
        '''
        if isinstance(metadata, dict):
            metadata = ServiceSpecTemplateMetadata(**metadata)
        if isinstance(spec, dict):
            spec = ServiceSpecTemplateSpec(**spec)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__3f31129778de994126e7d0dc51a88d397985d85eecec506ebdc15a61c33db81e)
            check_type(argname="argument metadata", value=metadata, expected_type=type_hints["metadata"])
            check_type(argname="argument spec", value=spec, expected_type=type_hints["spec"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if metadata is not None:
            self._values["metadata"] = metadata
        if spec is not None:
            self._values["spec"] = spec

    @builtins.property
    def metadata(self) -> typing.Optional["ServiceSpecTemplateMetadata"]:
        '''
        :schema: ServiceSpecTemplate#metadata
        '''
        result = self._values.get("metadata")
        return typing.cast(typing.Optional["ServiceSpecTemplateMetadata"], result)

    @builtins.property
    def spec(self) -> typing.Optional["ServiceSpecTemplateSpec"]:
        '''
        :schema: ServiceSpecTemplate#spec
        '''
        result = self._values.get("spec")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpec"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplate(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateMetadata",
    jsii_struct_bases=[],
    name_mapping={
        "annotations": "annotations",
        "finalizers": "finalizers",
        "labels": "labels",
        "name": "name",
        "namespace": "namespace",
    },
)
class ServiceSpecTemplateMetadata:
    def __init__(
        self,
        *,
        annotations: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        finalizers: typing.Optional[typing.Sequence[builtins.str]] = None,
        labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        name: typing.Optional[builtins.str] = None,
        namespace: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param annotations: 
        :param finalizers: 
        :param labels: 
        :param name: 
        :param namespace: 

        :schema: ServiceSpecTemplateMetadata
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__cd6f8c45e39c448092e3a5a0f8065bc857c79517c686a815cf2d9f55b04b306d)
            check_type(argname="argument annotations", value=annotations, expected_type=type_hints["annotations"])
            check_type(argname="argument finalizers", value=finalizers, expected_type=type_hints["finalizers"])
            check_type(argname="argument labels", value=labels, expected_type=type_hints["labels"])
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument namespace", value=namespace, expected_type=type_hints["namespace"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if annotations is not None:
            self._values["annotations"] = annotations
        if finalizers is not None:
            self._values["finalizers"] = finalizers
        if labels is not None:
            self._values["labels"] = labels
        if name is not None:
            self._values["name"] = name
        if namespace is not None:
            self._values["namespace"] = namespace

    @builtins.property
    def annotations(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: ServiceSpecTemplateMetadata#annotations
        '''
        result = self._values.get("annotations")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    @builtins.property
    def finalizers(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: ServiceSpecTemplateMetadata#finalizers
        '''
        result = self._values.get("finalizers")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def labels(self) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: ServiceSpecTemplateMetadata#labels
        '''
        result = self._values.get("labels")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    @builtins.property
    def name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateMetadata#name
        '''
        result = self._values.get("name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def namespace(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateMetadata#namespace
        '''
        result = self._values.get("namespace")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateMetadata(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpec",
    jsii_struct_bases=[],
    name_mapping={
        "containers": "containers",
        "affinity": "affinity",
        "automount_service_account_token": "automountServiceAccountToken",
        "container_concurrency": "containerConcurrency",
        "dns_config": "dnsConfig",
        "dns_policy": "dnsPolicy",
        "enable_service_links": "enableServiceLinks",
        "host_aliases": "hostAliases",
        "host_ipc": "hostIpc",
        "host_network": "hostNetwork",
        "host_pid": "hostPid",
        "idle_timeout_seconds": "idleTimeoutSeconds",
        "image_pull_secrets": "imagePullSecrets",
        "init_containers": "initContainers",
        "node_selector": "nodeSelector",
        "priority_class_name": "priorityClassName",
        "response_start_timeout_seconds": "responseStartTimeoutSeconds",
        "runtime_class_name": "runtimeClassName",
        "scheduler_name": "schedulerName",
        "security_context": "securityContext",
        "service_account_name": "serviceAccountName",
        "share_process_namespace": "shareProcessNamespace",
        "timeout_seconds": "timeoutSeconds",
        "tolerations": "tolerations",
        "topology_spread_constraints": "topologySpreadConstraints",
        "volumes": "volumes",
    },
)
class ServiceSpecTemplateSpec:
    def __init__(
        self,
        *,
        containers: typing.Sequence[typing.Union["ServiceSpecTemplateSpecContainers", typing.Dict[builtins.str, typing.Any]]],
        affinity: typing.Any = None,
        automount_service_account_token: typing.Optional[builtins.bool] = None,
        container_concurrency: typing.Optional[jsii.Number] = None,
        dns_config: typing.Any = None,
        dns_policy: typing.Optional[builtins.str] = None,
        enable_service_links: typing.Optional[builtins.bool] = None,
        host_aliases: typing.Optional[typing.Sequence[typing.Any]] = None,
        host_ipc: typing.Optional[builtins.bool] = None,
        host_network: typing.Optional[builtins.bool] = None,
        host_pid: typing.Optional[builtins.bool] = None,
        idle_timeout_seconds: typing.Optional[jsii.Number] = None,
        image_pull_secrets: typing.Optional[typing.Sequence[typing.Union["ServiceSpecTemplateSpecImagePullSecrets", typing.Dict[builtins.str, typing.Any]]]] = None,
        init_containers: typing.Optional[typing.Sequence[typing.Any]] = None,
        node_selector: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
        priority_class_name: typing.Optional[builtins.str] = None,
        response_start_timeout_seconds: typing.Optional[jsii.Number] = None,
        runtime_class_name: typing.Optional[builtins.str] = None,
        scheduler_name: typing.Optional[builtins.str] = None,
        security_context: typing.Any = None,
        service_account_name: typing.Optional[builtins.str] = None,
        share_process_namespace: typing.Optional[builtins.bool] = None,
        timeout_seconds: typing.Optional[jsii.Number] = None,
        tolerations: typing.Optional[typing.Sequence[typing.Any]] = None,
        topology_spread_constraints: typing.Optional[typing.Sequence[typing.Any]] = None,
        volumes: typing.Optional[typing.Sequence[typing.Union["ServiceSpecTemplateSpecVolumes", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param containers: 
        :param affinity: 
        :param automount_service_account_token: 
        :param container_concurrency: 
        :param dns_config: 
        :param dns_policy: 
        :param enable_service_links: 
        :param host_aliases: 
        :param host_ipc: 
        :param host_network: 
        :param host_pid: 
        :param idle_timeout_seconds: 
        :param image_pull_secrets: 
        :param init_containers: 
        :param node_selector: 
        :param priority_class_name: 
        :param response_start_timeout_seconds: 
        :param runtime_class_name: 
        :param scheduler_name: 
        :param security_context: 
        :param service_account_name: 
        :param share_process_namespace: 
        :param timeout_seconds: 
        :param tolerations: 
        :param topology_spread_constraints: 
        :param volumes: 

        :schema: ServiceSpecTemplateSpec
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__948720fd59386adbfad4581970ae996a6f0f323d79e7d295aafe6b328828c72f)
            check_type(argname="argument containers", value=containers, expected_type=type_hints["containers"])
            check_type(argname="argument affinity", value=affinity, expected_type=type_hints["affinity"])
            check_type(argname="argument automount_service_account_token", value=automount_service_account_token, expected_type=type_hints["automount_service_account_token"])
            check_type(argname="argument container_concurrency", value=container_concurrency, expected_type=type_hints["container_concurrency"])
            check_type(argname="argument dns_config", value=dns_config, expected_type=type_hints["dns_config"])
            check_type(argname="argument dns_policy", value=dns_policy, expected_type=type_hints["dns_policy"])
            check_type(argname="argument enable_service_links", value=enable_service_links, expected_type=type_hints["enable_service_links"])
            check_type(argname="argument host_aliases", value=host_aliases, expected_type=type_hints["host_aliases"])
            check_type(argname="argument host_ipc", value=host_ipc, expected_type=type_hints["host_ipc"])
            check_type(argname="argument host_network", value=host_network, expected_type=type_hints["host_network"])
            check_type(argname="argument host_pid", value=host_pid, expected_type=type_hints["host_pid"])
            check_type(argname="argument idle_timeout_seconds", value=idle_timeout_seconds, expected_type=type_hints["idle_timeout_seconds"])
            check_type(argname="argument image_pull_secrets", value=image_pull_secrets, expected_type=type_hints["image_pull_secrets"])
            check_type(argname="argument init_containers", value=init_containers, expected_type=type_hints["init_containers"])
            check_type(argname="argument node_selector", value=node_selector, expected_type=type_hints["node_selector"])
            check_type(argname="argument priority_class_name", value=priority_class_name, expected_type=type_hints["priority_class_name"])
            check_type(argname="argument response_start_timeout_seconds", value=response_start_timeout_seconds, expected_type=type_hints["response_start_timeout_seconds"])
            check_type(argname="argument runtime_class_name", value=runtime_class_name, expected_type=type_hints["runtime_class_name"])
            check_type(argname="argument scheduler_name", value=scheduler_name, expected_type=type_hints["scheduler_name"])
            check_type(argname="argument security_context", value=security_context, expected_type=type_hints["security_context"])
            check_type(argname="argument service_account_name", value=service_account_name, expected_type=type_hints["service_account_name"])
            check_type(argname="argument share_process_namespace", value=share_process_namespace, expected_type=type_hints["share_process_namespace"])
            check_type(argname="argument timeout_seconds", value=timeout_seconds, expected_type=type_hints["timeout_seconds"])
            check_type(argname="argument tolerations", value=tolerations, expected_type=type_hints["tolerations"])
            check_type(argname="argument topology_spread_constraints", value=topology_spread_constraints, expected_type=type_hints["topology_spread_constraints"])
            check_type(argname="argument volumes", value=volumes, expected_type=type_hints["volumes"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "containers": containers,
        }
        if affinity is not None:
            self._values["affinity"] = affinity
        if automount_service_account_token is not None:
            self._values["automount_service_account_token"] = automount_service_account_token
        if container_concurrency is not None:
            self._values["container_concurrency"] = container_concurrency
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
        if host_network is not None:
            self._values["host_network"] = host_network
        if host_pid is not None:
            self._values["host_pid"] = host_pid
        if idle_timeout_seconds is not None:
            self._values["idle_timeout_seconds"] = idle_timeout_seconds
        if image_pull_secrets is not None:
            self._values["image_pull_secrets"] = image_pull_secrets
        if init_containers is not None:
            self._values["init_containers"] = init_containers
        if node_selector is not None:
            self._values["node_selector"] = node_selector
        if priority_class_name is not None:
            self._values["priority_class_name"] = priority_class_name
        if response_start_timeout_seconds is not None:
            self._values["response_start_timeout_seconds"] = response_start_timeout_seconds
        if runtime_class_name is not None:
            self._values["runtime_class_name"] = runtime_class_name
        if scheduler_name is not None:
            self._values["scheduler_name"] = scheduler_name
        if security_context is not None:
            self._values["security_context"] = security_context
        if service_account_name is not None:
            self._values["service_account_name"] = service_account_name
        if share_process_namespace is not None:
            self._values["share_process_namespace"] = share_process_namespace
        if timeout_seconds is not None:
            self._values["timeout_seconds"] = timeout_seconds
        if tolerations is not None:
            self._values["tolerations"] = tolerations
        if topology_spread_constraints is not None:
            self._values["topology_spread_constraints"] = topology_spread_constraints
        if volumes is not None:
            self._values["volumes"] = volumes

    @builtins.property
    def containers(self) -> typing.List["ServiceSpecTemplateSpecContainers"]:
        '''
        :schema: ServiceSpecTemplateSpec#containers
        '''
        result = self._values.get("containers")
        assert result is not None, "Required property 'containers' is missing"
        return typing.cast(typing.List["ServiceSpecTemplateSpecContainers"], result)

    @builtins.property
    def affinity(self) -> typing.Any:
        '''
        :schema: ServiceSpecTemplateSpec#affinity
        '''
        result = self._values.get("affinity")
        return typing.cast(typing.Any, result)

    @builtins.property
    def automount_service_account_token(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpec#automountServiceAccountToken
        '''
        result = self._values.get("automount_service_account_token")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def container_concurrency(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpec#containerConcurrency
        '''
        result = self._values.get("container_concurrency")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def dns_config(self) -> typing.Any:
        '''
        :schema: ServiceSpecTemplateSpec#dnsConfig
        '''
        result = self._values.get("dns_config")
        return typing.cast(typing.Any, result)

    @builtins.property
    def dns_policy(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpec#dnsPolicy
        '''
        result = self._values.get("dns_policy")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def enable_service_links(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpec#enableServiceLinks
        '''
        result = self._values.get("enable_service_links")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def host_aliases(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: ServiceSpecTemplateSpec#hostAliases
        '''
        result = self._values.get("host_aliases")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def host_ipc(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpec#hostIPC
        '''
        result = self._values.get("host_ipc")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def host_network(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpec#hostNetwork
        '''
        result = self._values.get("host_network")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def host_pid(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpec#hostPID
        '''
        result = self._values.get("host_pid")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def idle_timeout_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpec#idleTimeoutSeconds
        '''
        result = self._values.get("idle_timeout_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def image_pull_secrets(
        self,
    ) -> typing.Optional[typing.List["ServiceSpecTemplateSpecImagePullSecrets"]]:
        '''
        :schema: ServiceSpecTemplateSpec#imagePullSecrets
        '''
        result = self._values.get("image_pull_secrets")
        return typing.cast(typing.Optional[typing.List["ServiceSpecTemplateSpecImagePullSecrets"]], result)

    @builtins.property
    def init_containers(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: ServiceSpecTemplateSpec#initContainers
        '''
        result = self._values.get("init_containers")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def node_selector(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, builtins.str]]:
        '''
        :schema: ServiceSpecTemplateSpec#nodeSelector
        '''
        result = self._values.get("node_selector")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, builtins.str]], result)

    @builtins.property
    def priority_class_name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpec#priorityClassName
        '''
        result = self._values.get("priority_class_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def response_start_timeout_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpec#responseStartTimeoutSeconds
        '''
        result = self._values.get("response_start_timeout_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def runtime_class_name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpec#runtimeClassName
        '''
        result = self._values.get("runtime_class_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def scheduler_name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpec#schedulerName
        '''
        result = self._values.get("scheduler_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def security_context(self) -> typing.Any:
        '''
        :schema: ServiceSpecTemplateSpec#securityContext
        '''
        result = self._values.get("security_context")
        return typing.cast(typing.Any, result)

    @builtins.property
    def service_account_name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpec#serviceAccountName
        '''
        result = self._values.get("service_account_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def share_process_namespace(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpec#shareProcessNamespace
        '''
        result = self._values.get("share_process_namespace")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def timeout_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpec#timeoutSeconds
        '''
        result = self._values.get("timeout_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def tolerations(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: ServiceSpecTemplateSpec#tolerations
        '''
        result = self._values.get("tolerations")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def topology_spread_constraints(self) -> typing.Optional[typing.List[typing.Any]]:
        '''
        :schema: ServiceSpecTemplateSpec#topologySpreadConstraints
        '''
        result = self._values.get("topology_spread_constraints")
        return typing.cast(typing.Optional[typing.List[typing.Any]], result)

    @builtins.property
    def volumes(self) -> typing.Optional[typing.List["ServiceSpecTemplateSpecVolumes"]]:
        '''
        :schema: ServiceSpecTemplateSpec#volumes
        '''
        result = self._values.get("volumes")
        return typing.cast(typing.Optional[typing.List["ServiceSpecTemplateSpecVolumes"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpec(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainers",
    jsii_struct_bases=[],
    name_mapping={
        "args": "args",
        "command": "command",
        "env": "env",
        "env_from": "envFrom",
        "image": "image",
        "image_pull_policy": "imagePullPolicy",
        "liveness_probe": "livenessProbe",
        "name": "name",
        "ports": "ports",
        "readiness_probe": "readinessProbe",
        "resources": "resources",
        "security_context": "securityContext",
        "startup_probe": "startupProbe",
        "termination_message_path": "terminationMessagePath",
        "termination_message_policy": "terminationMessagePolicy",
        "volume_mounts": "volumeMounts",
        "working_dir": "workingDir",
    },
)
class ServiceSpecTemplateSpecContainers:
    def __init__(
        self,
        *,
        args: typing.Optional[typing.Sequence[builtins.str]] = None,
        command: typing.Optional[typing.Sequence[builtins.str]] = None,
        env: typing.Optional[typing.Sequence[typing.Union["ServiceSpecTemplateSpecContainersEnv", typing.Dict[builtins.str, typing.Any]]]] = None,
        env_from: typing.Optional[typing.Sequence[typing.Union["ServiceSpecTemplateSpecContainersEnvFrom", typing.Dict[builtins.str, typing.Any]]]] = None,
        image: typing.Optional[builtins.str] = None,
        image_pull_policy: typing.Optional[builtins.str] = None,
        liveness_probe: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersLivenessProbe", typing.Dict[builtins.str, typing.Any]]] = None,
        name: typing.Optional[builtins.str] = None,
        ports: typing.Optional[typing.Sequence[typing.Union["ServiceSpecTemplateSpecContainersPorts", typing.Dict[builtins.str, typing.Any]]]] = None,
        readiness_probe: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersReadinessProbe", typing.Dict[builtins.str, typing.Any]]] = None,
        resources: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersResources", typing.Dict[builtins.str, typing.Any]]] = None,
        security_context: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersSecurityContext", typing.Dict[builtins.str, typing.Any]]] = None,
        startup_probe: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersStartupProbe", typing.Dict[builtins.str, typing.Any]]] = None,
        termination_message_path: typing.Optional[builtins.str] = None,
        termination_message_policy: typing.Optional[builtins.str] = None,
        volume_mounts: typing.Optional[typing.Sequence[typing.Union["ServiceSpecTemplateSpecContainersVolumeMounts", typing.Dict[builtins.str, typing.Any]]]] = None,
        working_dir: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param args: 
        :param command: 
        :param env: 
        :param env_from: 
        :param image: 
        :param image_pull_policy: 
        :param liveness_probe: 
        :param name: 
        :param ports: 
        :param readiness_probe: 
        :param resources: 
        :param security_context: 
        :param startup_probe: 
        :param termination_message_path: 
        :param termination_message_policy: 
        :param volume_mounts: 
        :param working_dir: 

        :schema: ServiceSpecTemplateSpecContainers
        '''
        if isinstance(liveness_probe, dict):
            liveness_probe = ServiceSpecTemplateSpecContainersLivenessProbe(**liveness_probe)
        if isinstance(readiness_probe, dict):
            readiness_probe = ServiceSpecTemplateSpecContainersReadinessProbe(**readiness_probe)
        if isinstance(resources, dict):
            resources = ServiceSpecTemplateSpecContainersResources(**resources)
        if isinstance(security_context, dict):
            security_context = ServiceSpecTemplateSpecContainersSecurityContext(**security_context)
        if isinstance(startup_probe, dict):
            startup_probe = ServiceSpecTemplateSpecContainersStartupProbe(**startup_probe)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__ab32e97780f0960624576e1519d28b2e8f933bd1f50093097b31a43c5a0b7cb9)
            check_type(argname="argument args", value=args, expected_type=type_hints["args"])
            check_type(argname="argument command", value=command, expected_type=type_hints["command"])
            check_type(argname="argument env", value=env, expected_type=type_hints["env"])
            check_type(argname="argument env_from", value=env_from, expected_type=type_hints["env_from"])
            check_type(argname="argument image", value=image, expected_type=type_hints["image"])
            check_type(argname="argument image_pull_policy", value=image_pull_policy, expected_type=type_hints["image_pull_policy"])
            check_type(argname="argument liveness_probe", value=liveness_probe, expected_type=type_hints["liveness_probe"])
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument ports", value=ports, expected_type=type_hints["ports"])
            check_type(argname="argument readiness_probe", value=readiness_probe, expected_type=type_hints["readiness_probe"])
            check_type(argname="argument resources", value=resources, expected_type=type_hints["resources"])
            check_type(argname="argument security_context", value=security_context, expected_type=type_hints["security_context"])
            check_type(argname="argument startup_probe", value=startup_probe, expected_type=type_hints["startup_probe"])
            check_type(argname="argument termination_message_path", value=termination_message_path, expected_type=type_hints["termination_message_path"])
            check_type(argname="argument termination_message_policy", value=termination_message_policy, expected_type=type_hints["termination_message_policy"])
            check_type(argname="argument volume_mounts", value=volume_mounts, expected_type=type_hints["volume_mounts"])
            check_type(argname="argument working_dir", value=working_dir, expected_type=type_hints["working_dir"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if args is not None:
            self._values["args"] = args
        if command is not None:
            self._values["command"] = command
        if env is not None:
            self._values["env"] = env
        if env_from is not None:
            self._values["env_from"] = env_from
        if image is not None:
            self._values["image"] = image
        if image_pull_policy is not None:
            self._values["image_pull_policy"] = image_pull_policy
        if liveness_probe is not None:
            self._values["liveness_probe"] = liveness_probe
        if name is not None:
            self._values["name"] = name
        if ports is not None:
            self._values["ports"] = ports
        if readiness_probe is not None:
            self._values["readiness_probe"] = readiness_probe
        if resources is not None:
            self._values["resources"] = resources
        if security_context is not None:
            self._values["security_context"] = security_context
        if startup_probe is not None:
            self._values["startup_probe"] = startup_probe
        if termination_message_path is not None:
            self._values["termination_message_path"] = termination_message_path
        if termination_message_policy is not None:
            self._values["termination_message_policy"] = termination_message_policy
        if volume_mounts is not None:
            self._values["volume_mounts"] = volume_mounts
        if working_dir is not None:
            self._values["working_dir"] = working_dir

    @builtins.property
    def args(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: ServiceSpecTemplateSpecContainers#args
        '''
        result = self._values.get("args")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def command(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: ServiceSpecTemplateSpecContainers#command
        '''
        result = self._values.get("command")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def env(
        self,
    ) -> typing.Optional[typing.List["ServiceSpecTemplateSpecContainersEnv"]]:
        '''
        :schema: ServiceSpecTemplateSpecContainers#env
        '''
        result = self._values.get("env")
        return typing.cast(typing.Optional[typing.List["ServiceSpecTemplateSpecContainersEnv"]], result)

    @builtins.property
    def env_from(
        self,
    ) -> typing.Optional[typing.List["ServiceSpecTemplateSpecContainersEnvFrom"]]:
        '''
        :schema: ServiceSpecTemplateSpecContainers#envFrom
        '''
        result = self._values.get("env_from")
        return typing.cast(typing.Optional[typing.List["ServiceSpecTemplateSpecContainersEnvFrom"]], result)

    @builtins.property
    def image(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainers#image
        '''
        result = self._values.get("image")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def image_pull_policy(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainers#imagePullPolicy
        '''
        result = self._values.get("image_pull_policy")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def liveness_probe(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersLivenessProbe"]:
        '''
        :schema: ServiceSpecTemplateSpecContainers#livenessProbe
        '''
        result = self._values.get("liveness_probe")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersLivenessProbe"], result)

    @builtins.property
    def name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainers#name
        '''
        result = self._values.get("name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def ports(
        self,
    ) -> typing.Optional[typing.List["ServiceSpecTemplateSpecContainersPorts"]]:
        '''
        :schema: ServiceSpecTemplateSpecContainers#ports
        '''
        result = self._values.get("ports")
        return typing.cast(typing.Optional[typing.List["ServiceSpecTemplateSpecContainersPorts"]], result)

    @builtins.property
    def readiness_probe(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersReadinessProbe"]:
        '''
        :schema: ServiceSpecTemplateSpecContainers#readinessProbe
        '''
        result = self._values.get("readiness_probe")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersReadinessProbe"], result)

    @builtins.property
    def resources(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersResources"]:
        '''
        :schema: ServiceSpecTemplateSpecContainers#resources
        '''
        result = self._values.get("resources")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersResources"], result)

    @builtins.property
    def security_context(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersSecurityContext"]:
        '''
        :schema: ServiceSpecTemplateSpecContainers#securityContext
        '''
        result = self._values.get("security_context")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersSecurityContext"], result)

    @builtins.property
    def startup_probe(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersStartupProbe"]:
        '''
        :schema: ServiceSpecTemplateSpecContainers#startupProbe
        '''
        result = self._values.get("startup_probe")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersStartupProbe"], result)

    @builtins.property
    def termination_message_path(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainers#terminationMessagePath
        '''
        result = self._values.get("termination_message_path")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def termination_message_policy(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainers#terminationMessagePolicy
        '''
        result = self._values.get("termination_message_policy")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def volume_mounts(
        self,
    ) -> typing.Optional[typing.List["ServiceSpecTemplateSpecContainersVolumeMounts"]]:
        '''
        :schema: ServiceSpecTemplateSpecContainers#volumeMounts
        '''
        result = self._values.get("volume_mounts")
        return typing.cast(typing.Optional[typing.List["ServiceSpecTemplateSpecContainersVolumeMounts"]], result)

    @builtins.property
    def working_dir(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainers#workingDir
        '''
        result = self._values.get("working_dir")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainers(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersEnv",
    jsii_struct_bases=[],
    name_mapping={"name": "name", "value": "value", "value_from": "valueFrom"},
)
class ServiceSpecTemplateSpecContainersEnv:
    def __init__(
        self,
        *,
        name: builtins.str,
        value: typing.Optional[builtins.str] = None,
        value_from: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersEnvValueFrom", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param name: 
        :param value: 
        :param value_from: 

        :schema: ServiceSpecTemplateSpecContainersEnv
        '''
        if isinstance(value_from, dict):
            value_from = ServiceSpecTemplateSpecContainersEnvValueFrom(**value_from)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__8e2769e7d7b89416dc51c4151953d7c68bb3b47fc04253c57daf8932bd9a084b)
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
        :schema: ServiceSpecTemplateSpecContainersEnv#name
        '''
        result = self._values.get("name")
        assert result is not None, "Required property 'name' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def value(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnv#value
        '''
        result = self._values.get("value")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def value_from(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersEnvValueFrom"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnv#valueFrom
        '''
        result = self._values.get("value_from")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersEnvValueFrom"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersEnv(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersEnvFrom",
    jsii_struct_bases=[],
    name_mapping={
        "config_map_ref": "configMapRef",
        "prefix": "prefix",
        "secret_ref": "secretRef",
    },
)
class ServiceSpecTemplateSpecContainersEnvFrom:
    def __init__(
        self,
        *,
        config_map_ref: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersEnvFromConfigMapRef", typing.Dict[builtins.str, typing.Any]]] = None,
        prefix: typing.Optional[builtins.str] = None,
        secret_ref: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersEnvFromSecretRef", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param config_map_ref: 
        :param prefix: 
        :param secret_ref: 

        :schema: ServiceSpecTemplateSpecContainersEnvFrom
        '''
        if isinstance(config_map_ref, dict):
            config_map_ref = ServiceSpecTemplateSpecContainersEnvFromConfigMapRef(**config_map_ref)
        if isinstance(secret_ref, dict):
            secret_ref = ServiceSpecTemplateSpecContainersEnvFromSecretRef(**secret_ref)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__1c1fa7f4d8b8905f90a393412086c107e3e095316d869277bf176dba082f2825)
            check_type(argname="argument config_map_ref", value=config_map_ref, expected_type=type_hints["config_map_ref"])
            check_type(argname="argument prefix", value=prefix, expected_type=type_hints["prefix"])
            check_type(argname="argument secret_ref", value=secret_ref, expected_type=type_hints["secret_ref"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if config_map_ref is not None:
            self._values["config_map_ref"] = config_map_ref
        if prefix is not None:
            self._values["prefix"] = prefix
        if secret_ref is not None:
            self._values["secret_ref"] = secret_ref

    @builtins.property
    def config_map_ref(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersEnvFromConfigMapRef"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnvFrom#configMapRef
        '''
        result = self._values.get("config_map_ref")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersEnvFromConfigMapRef"], result)

    @builtins.property
    def prefix(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnvFrom#prefix
        '''
        result = self._values.get("prefix")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def secret_ref(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersEnvFromSecretRef"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnvFrom#secretRef
        '''
        result = self._values.get("secret_ref")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersEnvFromSecretRef"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersEnvFrom(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersEnvFromConfigMapRef",
    jsii_struct_bases=[],
    name_mapping={"name": "name", "optional": "optional"},
)
class ServiceSpecTemplateSpecContainersEnvFromConfigMapRef:
    def __init__(
        self,
        *,
        name: typing.Optional[builtins.str] = None,
        optional: typing.Optional[builtins.bool] = None,
    ) -> None:
        '''
        :param name: 
        :param optional: 

        :schema: ServiceSpecTemplateSpecContainersEnvFromConfigMapRef
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__aba3677273a6a0a6f7248e7c65e1b88c7fe8a93e8a1686590313fdf3fd90566c)
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument optional", value=optional, expected_type=type_hints["optional"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if name is not None:
            self._values["name"] = name
        if optional is not None:
            self._values["optional"] = optional

    @builtins.property
    def name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnvFromConfigMapRef#name
        '''
        result = self._values.get("name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def optional(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnvFromConfigMapRef#optional
        '''
        result = self._values.get("optional")
        return typing.cast(typing.Optional[builtins.bool], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersEnvFromConfigMapRef(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersEnvFromSecretRef",
    jsii_struct_bases=[],
    name_mapping={"name": "name", "optional": "optional"},
)
class ServiceSpecTemplateSpecContainersEnvFromSecretRef:
    def __init__(
        self,
        *,
        name: typing.Optional[builtins.str] = None,
        optional: typing.Optional[builtins.bool] = None,
    ) -> None:
        '''
        :param name: 
        :param optional: 

        :schema: ServiceSpecTemplateSpecContainersEnvFromSecretRef
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__aefe621d9823d01872f26b96946bd20ebe82eb9e72de74dd6753b5b5f7072d21)
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument optional", value=optional, expected_type=type_hints["optional"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if name is not None:
            self._values["name"] = name
        if optional is not None:
            self._values["optional"] = optional

    @builtins.property
    def name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnvFromSecretRef#name
        '''
        result = self._values.get("name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def optional(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnvFromSecretRef#optional
        '''
        result = self._values.get("optional")
        return typing.cast(typing.Optional[builtins.bool], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersEnvFromSecretRef(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersEnvValueFrom",
    jsii_struct_bases=[],
    name_mapping={
        "config_map_key_ref": "configMapKeyRef",
        "field_ref": "fieldRef",
        "resource_field_ref": "resourceFieldRef",
        "secret_key_ref": "secretKeyRef",
    },
)
class ServiceSpecTemplateSpecContainersEnvValueFrom:
    def __init__(
        self,
        *,
        config_map_key_ref: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersEnvValueFromConfigMapKeyRef", typing.Dict[builtins.str, typing.Any]]] = None,
        field_ref: typing.Any = None,
        resource_field_ref: typing.Any = None,
        secret_key_ref: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersEnvValueFromSecretKeyRef", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param config_map_key_ref: 
        :param field_ref: 
        :param resource_field_ref: 
        :param secret_key_ref: 

        :schema: ServiceSpecTemplateSpecContainersEnvValueFrom
        '''
        if isinstance(config_map_key_ref, dict):
            config_map_key_ref = ServiceSpecTemplateSpecContainersEnvValueFromConfigMapKeyRef(**config_map_key_ref)
        if isinstance(secret_key_ref, dict):
            secret_key_ref = ServiceSpecTemplateSpecContainersEnvValueFromSecretKeyRef(**secret_key_ref)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__c96bcbe0bdef9194229e78b74ebb91c09f750e5aaef913aeaec59132801386a9)
            check_type(argname="argument config_map_key_ref", value=config_map_key_ref, expected_type=type_hints["config_map_key_ref"])
            check_type(argname="argument field_ref", value=field_ref, expected_type=type_hints["field_ref"])
            check_type(argname="argument resource_field_ref", value=resource_field_ref, expected_type=type_hints["resource_field_ref"])
            check_type(argname="argument secret_key_ref", value=secret_key_ref, expected_type=type_hints["secret_key_ref"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if config_map_key_ref is not None:
            self._values["config_map_key_ref"] = config_map_key_ref
        if field_ref is not None:
            self._values["field_ref"] = field_ref
        if resource_field_ref is not None:
            self._values["resource_field_ref"] = resource_field_ref
        if secret_key_ref is not None:
            self._values["secret_key_ref"] = secret_key_ref

    @builtins.property
    def config_map_key_ref(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersEnvValueFromConfigMapKeyRef"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnvValueFrom#configMapKeyRef
        '''
        result = self._values.get("config_map_key_ref")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersEnvValueFromConfigMapKeyRef"], result)

    @builtins.property
    def field_ref(self) -> typing.Any:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnvValueFrom#fieldRef
        '''
        result = self._values.get("field_ref")
        return typing.cast(typing.Any, result)

    @builtins.property
    def resource_field_ref(self) -> typing.Any:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnvValueFrom#resourceFieldRef
        '''
        result = self._values.get("resource_field_ref")
        return typing.cast(typing.Any, result)

    @builtins.property
    def secret_key_ref(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersEnvValueFromSecretKeyRef"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnvValueFrom#secretKeyRef
        '''
        result = self._values.get("secret_key_ref")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersEnvValueFromSecretKeyRef"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersEnvValueFrom(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersEnvValueFromConfigMapKeyRef",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "name": "name", "optional": "optional"},
)
class ServiceSpecTemplateSpecContainersEnvValueFromConfigMapKeyRef:
    def __init__(
        self,
        *,
        key: builtins.str,
        name: typing.Optional[builtins.str] = None,
        optional: typing.Optional[builtins.bool] = None,
    ) -> None:
        '''
        :param key: 
        :param name: 
        :param optional: 

        :schema: ServiceSpecTemplateSpecContainersEnvValueFromConfigMapKeyRef
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__adefe0b63c877fd395bae3351840c51fb97c6c4b39b0077d4898d8117788af93)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument optional", value=optional, expected_type=type_hints["optional"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
        }
        if name is not None:
            self._values["name"] = name
        if optional is not None:
            self._values["optional"] = optional

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnvValueFromConfigMapKeyRef#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnvValueFromConfigMapKeyRef#name
        '''
        result = self._values.get("name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def optional(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnvValueFromConfigMapKeyRef#optional
        '''
        result = self._values.get("optional")
        return typing.cast(typing.Optional[builtins.bool], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersEnvValueFromConfigMapKeyRef(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersEnvValueFromSecretKeyRef",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "name": "name", "optional": "optional"},
)
class ServiceSpecTemplateSpecContainersEnvValueFromSecretKeyRef:
    def __init__(
        self,
        *,
        key: builtins.str,
        name: typing.Optional[builtins.str] = None,
        optional: typing.Optional[builtins.bool] = None,
    ) -> None:
        '''
        :param key: 
        :param name: 
        :param optional: 

        :schema: ServiceSpecTemplateSpecContainersEnvValueFromSecretKeyRef
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__275a29cb517a93af1be986316078b7b48b3445ff1f775a157deb81842da0ed0a)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument optional", value=optional, expected_type=type_hints["optional"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
        }
        if name is not None:
            self._values["name"] = name
        if optional is not None:
            self._values["optional"] = optional

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnvValueFromSecretKeyRef#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnvValueFromSecretKeyRef#name
        '''
        result = self._values.get("name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def optional(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpecContainersEnvValueFromSecretKeyRef#optional
        '''
        result = self._values.get("optional")
        return typing.cast(typing.Optional[builtins.bool], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersEnvValueFromSecretKeyRef(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersLivenessProbe",
    jsii_struct_bases=[],
    name_mapping={
        "exec": "exec",
        "failure_threshold": "failureThreshold",
        "grpc": "grpc",
        "http_get": "httpGet",
        "initial_delay_seconds": "initialDelaySeconds",
        "period_seconds": "periodSeconds",
        "success_threshold": "successThreshold",
        "tcp_socket": "tcpSocket",
        "timeout_seconds": "timeoutSeconds",
    },
)
class ServiceSpecTemplateSpecContainersLivenessProbe:
    def __init__(
        self,
        *,
        exec: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersLivenessProbeExec", typing.Dict[builtins.str, typing.Any]]] = None,
        failure_threshold: typing.Optional[jsii.Number] = None,
        grpc: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersLivenessProbeGrpc", typing.Dict[builtins.str, typing.Any]]] = None,
        http_get: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersLivenessProbeHttpGet", typing.Dict[builtins.str, typing.Any]]] = None,
        initial_delay_seconds: typing.Optional[jsii.Number] = None,
        period_seconds: typing.Optional[jsii.Number] = None,
        success_threshold: typing.Optional[jsii.Number] = None,
        tcp_socket: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersLivenessProbeTcpSocket", typing.Dict[builtins.str, typing.Any]]] = None,
        timeout_seconds: typing.Optional[jsii.Number] = None,
    ) -> None:
        '''
        :param exec: 
        :param failure_threshold: 
        :param grpc: 
        :param http_get: 
        :param initial_delay_seconds: 
        :param period_seconds: 
        :param success_threshold: 
        :param tcp_socket: 
        :param timeout_seconds: 

        :schema: ServiceSpecTemplateSpecContainersLivenessProbe
        '''
        if isinstance(exec, dict):
            exec = ServiceSpecTemplateSpecContainersLivenessProbeExec(**exec)
        if isinstance(grpc, dict):
            grpc = ServiceSpecTemplateSpecContainersLivenessProbeGrpc(**grpc)
        if isinstance(http_get, dict):
            http_get = ServiceSpecTemplateSpecContainersLivenessProbeHttpGet(**http_get)
        if isinstance(tcp_socket, dict):
            tcp_socket = ServiceSpecTemplateSpecContainersLivenessProbeTcpSocket(**tcp_socket)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__4449bad84a6cac341b40e2a886382b13741c575f66148ae1a84c5a42db97ea27)
            check_type(argname="argument exec", value=exec, expected_type=type_hints["exec"])
            check_type(argname="argument failure_threshold", value=failure_threshold, expected_type=type_hints["failure_threshold"])
            check_type(argname="argument grpc", value=grpc, expected_type=type_hints["grpc"])
            check_type(argname="argument http_get", value=http_get, expected_type=type_hints["http_get"])
            check_type(argname="argument initial_delay_seconds", value=initial_delay_seconds, expected_type=type_hints["initial_delay_seconds"])
            check_type(argname="argument period_seconds", value=period_seconds, expected_type=type_hints["period_seconds"])
            check_type(argname="argument success_threshold", value=success_threshold, expected_type=type_hints["success_threshold"])
            check_type(argname="argument tcp_socket", value=tcp_socket, expected_type=type_hints["tcp_socket"])
            check_type(argname="argument timeout_seconds", value=timeout_seconds, expected_type=type_hints["timeout_seconds"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if exec is not None:
            self._values["exec"] = exec
        if failure_threshold is not None:
            self._values["failure_threshold"] = failure_threshold
        if grpc is not None:
            self._values["grpc"] = grpc
        if http_get is not None:
            self._values["http_get"] = http_get
        if initial_delay_seconds is not None:
            self._values["initial_delay_seconds"] = initial_delay_seconds
        if period_seconds is not None:
            self._values["period_seconds"] = period_seconds
        if success_threshold is not None:
            self._values["success_threshold"] = success_threshold
        if tcp_socket is not None:
            self._values["tcp_socket"] = tcp_socket
        if timeout_seconds is not None:
            self._values["timeout_seconds"] = timeout_seconds

    @builtins.property
    def exec(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersLivenessProbeExec"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbe#exec
        '''
        result = self._values.get("exec")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersLivenessProbeExec"], result)

    @builtins.property
    def failure_threshold(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbe#failureThreshold
        '''
        result = self._values.get("failure_threshold")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def grpc(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersLivenessProbeGrpc"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbe#grpc
        '''
        result = self._values.get("grpc")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersLivenessProbeGrpc"], result)

    @builtins.property
    def http_get(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersLivenessProbeHttpGet"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbe#httpGet
        '''
        result = self._values.get("http_get")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersLivenessProbeHttpGet"], result)

    @builtins.property
    def initial_delay_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbe#initialDelaySeconds
        '''
        result = self._values.get("initial_delay_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def period_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbe#periodSeconds
        '''
        result = self._values.get("period_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def success_threshold(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbe#successThreshold
        '''
        result = self._values.get("success_threshold")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def tcp_socket(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersLivenessProbeTcpSocket"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbe#tcpSocket
        '''
        result = self._values.get("tcp_socket")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersLivenessProbeTcpSocket"], result)

    @builtins.property
    def timeout_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbe#timeoutSeconds
        '''
        result = self._values.get("timeout_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersLivenessProbe(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersLivenessProbeExec",
    jsii_struct_bases=[],
    name_mapping={"command": "command"},
)
class ServiceSpecTemplateSpecContainersLivenessProbeExec:
    def __init__(
        self,
        *,
        command: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param command: 

        :schema: ServiceSpecTemplateSpecContainersLivenessProbeExec
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__fca56ce575c00833fc5323ddb0b8a4428ee4280098f9da3697cf7b61c8654df3)
            check_type(argname="argument command", value=command, expected_type=type_hints["command"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if command is not None:
            self._values["command"] = command

    @builtins.property
    def command(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbeExec#command
        '''
        result = self._values.get("command")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersLivenessProbeExec(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersLivenessProbeGrpc",
    jsii_struct_bases=[],
    name_mapping={"port": "port", "service": "service"},
)
class ServiceSpecTemplateSpecContainersLivenessProbeGrpc:
    def __init__(
        self,
        *,
        port: typing.Optional[jsii.Number] = None,
        service: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param port: 
        :param service: 

        :schema: ServiceSpecTemplateSpecContainersLivenessProbeGrpc
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__fd36eaf85cc9a66f9fb6dddf4e232ac32a44c37e0b43f56c183e217ef020afd4)
            check_type(argname="argument port", value=port, expected_type=type_hints["port"])
            check_type(argname="argument service", value=service, expected_type=type_hints["service"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if port is not None:
            self._values["port"] = port
        if service is not None:
            self._values["service"] = service

    @builtins.property
    def port(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbeGrpc#port
        '''
        result = self._values.get("port")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def service(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbeGrpc#service
        '''
        result = self._values.get("service")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersLivenessProbeGrpc(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersLivenessProbeHttpGet",
    jsii_struct_bases=[],
    name_mapping={
        "host": "host",
        "http_headers": "httpHeaders",
        "path": "path",
        "port": "port",
        "scheme": "scheme",
    },
)
class ServiceSpecTemplateSpecContainersLivenessProbeHttpGet:
    def __init__(
        self,
        *,
        host: typing.Optional[builtins.str] = None,
        http_headers: typing.Optional[typing.Sequence[typing.Union["ServiceSpecTemplateSpecContainersLivenessProbeHttpGetHttpHeaders", typing.Dict[builtins.str, typing.Any]]]] = None,
        path: typing.Optional[builtins.str] = None,
        port: typing.Optional["ServiceSpecTemplateSpecContainersLivenessProbeHttpGetPort"] = None,
        scheme: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param host: 
        :param http_headers: 
        :param path: 
        :param port: 
        :param scheme: 

        :schema: ServiceSpecTemplateSpecContainersLivenessProbeHttpGet
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__84ff695311dfcf217a75dc47f593dc7cb0a8235d39890f5f1eb4ab968be4e60d)
            check_type(argname="argument host", value=host, expected_type=type_hints["host"])
            check_type(argname="argument http_headers", value=http_headers, expected_type=type_hints["http_headers"])
            check_type(argname="argument path", value=path, expected_type=type_hints["path"])
            check_type(argname="argument port", value=port, expected_type=type_hints["port"])
            check_type(argname="argument scheme", value=scheme, expected_type=type_hints["scheme"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if host is not None:
            self._values["host"] = host
        if http_headers is not None:
            self._values["http_headers"] = http_headers
        if path is not None:
            self._values["path"] = path
        if port is not None:
            self._values["port"] = port
        if scheme is not None:
            self._values["scheme"] = scheme

    @builtins.property
    def host(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbeHttpGet#host
        '''
        result = self._values.get("host")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def http_headers(
        self,
    ) -> typing.Optional[typing.List["ServiceSpecTemplateSpecContainersLivenessProbeHttpGetHttpHeaders"]]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbeHttpGet#httpHeaders
        '''
        result = self._values.get("http_headers")
        return typing.cast(typing.Optional[typing.List["ServiceSpecTemplateSpecContainersLivenessProbeHttpGetHttpHeaders"]], result)

    @builtins.property
    def path(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbeHttpGet#path
        '''
        result = self._values.get("path")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def port(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersLivenessProbeHttpGetPort"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbeHttpGet#port
        '''
        result = self._values.get("port")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersLivenessProbeHttpGetPort"], result)

    @builtins.property
    def scheme(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbeHttpGet#scheme
        '''
        result = self._values.get("scheme")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersLivenessProbeHttpGet(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersLivenessProbeHttpGetHttpHeaders",
    jsii_struct_bases=[],
    name_mapping={"name": "name", "value": "value"},
)
class ServiceSpecTemplateSpecContainersLivenessProbeHttpGetHttpHeaders:
    def __init__(self, *, name: builtins.str, value: builtins.str) -> None:
        '''
        :param name: 
        :param value: 

        :schema: ServiceSpecTemplateSpecContainersLivenessProbeHttpGetHttpHeaders
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__5e888f4e0136cc74fc25b4cd52ce1a020ede36f8abb141cd279f32b010d48f23)
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "name": name,
            "value": value,
        }

    @builtins.property
    def name(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbeHttpGetHttpHeaders#name
        '''
        result = self._values.get("name")
        assert result is not None, "Required property 'name' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def value(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbeHttpGetHttpHeaders#value
        '''
        result = self._values.get("value")
        assert result is not None, "Required property 'value' is missing"
        return typing.cast(builtins.str, result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersLivenessProbeHttpGetHttpHeaders(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


class ServiceSpecTemplateSpecContainersLivenessProbeHttpGetPort(
    metaclass=jsii.JSIIMeta,
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersLivenessProbeHttpGetPort",
):
    '''
    :schema: ServiceSpecTemplateSpecContainersLivenessProbeHttpGetPort
    '''

    @jsii.member(jsii_name="fromNumber")
    @builtins.classmethod
    def from_number(
        cls,
        value: jsii.Number,
    ) -> "ServiceSpecTemplateSpecContainersLivenessProbeHttpGetPort":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__b96c0b692fa5c7a1e9b8fc6e014686c5176034d4b695bb003bd0463a2441dd46)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("ServiceSpecTemplateSpecContainersLivenessProbeHttpGetPort", jsii.sinvoke(cls, "fromNumber", [value]))

    @jsii.member(jsii_name="fromString")
    @builtins.classmethod
    def from_string(
        cls,
        value: builtins.str,
    ) -> "ServiceSpecTemplateSpecContainersLivenessProbeHttpGetPort":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__15a008ff9485ae5d34953713a0a02ddf8f0a763a628555df8c23703509f091d9)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("ServiceSpecTemplateSpecContainersLivenessProbeHttpGetPort", jsii.sinvoke(cls, "fromString", [value]))

    @builtins.property
    @jsii.member(jsii_name="value")
    def value(self) -> typing.Union[builtins.str, jsii.Number]:
        return typing.cast(typing.Union[builtins.str, jsii.Number], jsii.get(self, "value"))


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersLivenessProbeTcpSocket",
    jsii_struct_bases=[],
    name_mapping={"host": "host", "port": "port"},
)
class ServiceSpecTemplateSpecContainersLivenessProbeTcpSocket:
    def __init__(
        self,
        *,
        host: typing.Optional[builtins.str] = None,
        port: typing.Optional["ServiceSpecTemplateSpecContainersLivenessProbeTcpSocketPort"] = None,
    ) -> None:
        '''
        :param host: 
        :param port: 

        :schema: ServiceSpecTemplateSpecContainersLivenessProbeTcpSocket
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__e839f2ed102d1950f22815f01fdfb8ed9f97d5dfd4e526f8d0681fd71cf40650)
            check_type(argname="argument host", value=host, expected_type=type_hints["host"])
            check_type(argname="argument port", value=port, expected_type=type_hints["port"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if host is not None:
            self._values["host"] = host
        if port is not None:
            self._values["port"] = port

    @builtins.property
    def host(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbeTcpSocket#host
        '''
        result = self._values.get("host")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def port(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersLivenessProbeTcpSocketPort"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersLivenessProbeTcpSocket#port
        '''
        result = self._values.get("port")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersLivenessProbeTcpSocketPort"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersLivenessProbeTcpSocket(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


class ServiceSpecTemplateSpecContainersLivenessProbeTcpSocketPort(
    metaclass=jsii.JSIIMeta,
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersLivenessProbeTcpSocketPort",
):
    '''
    :schema: ServiceSpecTemplateSpecContainersLivenessProbeTcpSocketPort
    '''

    @jsii.member(jsii_name="fromNumber")
    @builtins.classmethod
    def from_number(
        cls,
        value: jsii.Number,
    ) -> "ServiceSpecTemplateSpecContainersLivenessProbeTcpSocketPort":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__67959da561446a66fe7cd99662dbd04f4a37af93eab8bd14d92f51885b896525)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("ServiceSpecTemplateSpecContainersLivenessProbeTcpSocketPort", jsii.sinvoke(cls, "fromNumber", [value]))

    @jsii.member(jsii_name="fromString")
    @builtins.classmethod
    def from_string(
        cls,
        value: builtins.str,
    ) -> "ServiceSpecTemplateSpecContainersLivenessProbeTcpSocketPort":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__df5da4da9fb1c83f656fa7356ef6c64f637b8d82f2926b4bf50d97309b9df14f)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("ServiceSpecTemplateSpecContainersLivenessProbeTcpSocketPort", jsii.sinvoke(cls, "fromString", [value]))

    @builtins.property
    @jsii.member(jsii_name="value")
    def value(self) -> typing.Union[builtins.str, jsii.Number]:
        return typing.cast(typing.Union[builtins.str, jsii.Number], jsii.get(self, "value"))


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersPorts",
    jsii_struct_bases=[],
    name_mapping={
        "container_port": "containerPort",
        "name": "name",
        "protocol": "protocol",
    },
)
class ServiceSpecTemplateSpecContainersPorts:
    def __init__(
        self,
        *,
        container_port: typing.Optional[jsii.Number] = None,
        name: typing.Optional[builtins.str] = None,
        protocol: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param container_port: 
        :param name: 
        :param protocol: 

        :schema: ServiceSpecTemplateSpecContainersPorts
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__085429f2411aa181bd84dffac9a8e45cfba8e1094095d47dc51dec023519ffe1)
            check_type(argname="argument container_port", value=container_port, expected_type=type_hints["container_port"])
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument protocol", value=protocol, expected_type=type_hints["protocol"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if container_port is not None:
            self._values["container_port"] = container_port
        if name is not None:
            self._values["name"] = name
        if protocol is not None:
            self._values["protocol"] = protocol

    @builtins.property
    def container_port(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersPorts#containerPort
        '''
        result = self._values.get("container_port")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersPorts#name
        '''
        result = self._values.get("name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def protocol(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersPorts#protocol
        '''
        result = self._values.get("protocol")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersPorts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersReadinessProbe",
    jsii_struct_bases=[],
    name_mapping={
        "exec": "exec",
        "failure_threshold": "failureThreshold",
        "grpc": "grpc",
        "http_get": "httpGet",
        "initial_delay_seconds": "initialDelaySeconds",
        "period_seconds": "periodSeconds",
        "success_threshold": "successThreshold",
        "tcp_socket": "tcpSocket",
        "timeout_seconds": "timeoutSeconds",
    },
)
class ServiceSpecTemplateSpecContainersReadinessProbe:
    def __init__(
        self,
        *,
        exec: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersReadinessProbeExec", typing.Dict[builtins.str, typing.Any]]] = None,
        failure_threshold: typing.Optional[jsii.Number] = None,
        grpc: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersReadinessProbeGrpc", typing.Dict[builtins.str, typing.Any]]] = None,
        http_get: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersReadinessProbeHttpGet", typing.Dict[builtins.str, typing.Any]]] = None,
        initial_delay_seconds: typing.Optional[jsii.Number] = None,
        period_seconds: typing.Optional[jsii.Number] = None,
        success_threshold: typing.Optional[jsii.Number] = None,
        tcp_socket: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersReadinessProbeTcpSocket", typing.Dict[builtins.str, typing.Any]]] = None,
        timeout_seconds: typing.Optional[jsii.Number] = None,
    ) -> None:
        '''
        :param exec: 
        :param failure_threshold: 
        :param grpc: 
        :param http_get: 
        :param initial_delay_seconds: 
        :param period_seconds: 
        :param success_threshold: 
        :param tcp_socket: 
        :param timeout_seconds: 

        :schema: ServiceSpecTemplateSpecContainersReadinessProbe
        '''
        if isinstance(exec, dict):
            exec = ServiceSpecTemplateSpecContainersReadinessProbeExec(**exec)
        if isinstance(grpc, dict):
            grpc = ServiceSpecTemplateSpecContainersReadinessProbeGrpc(**grpc)
        if isinstance(http_get, dict):
            http_get = ServiceSpecTemplateSpecContainersReadinessProbeHttpGet(**http_get)
        if isinstance(tcp_socket, dict):
            tcp_socket = ServiceSpecTemplateSpecContainersReadinessProbeTcpSocket(**tcp_socket)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__4a31946965a3033b1d86a3a38f1b8b650eea1c11d186610de6a1ff8e906176a4)
            check_type(argname="argument exec", value=exec, expected_type=type_hints["exec"])
            check_type(argname="argument failure_threshold", value=failure_threshold, expected_type=type_hints["failure_threshold"])
            check_type(argname="argument grpc", value=grpc, expected_type=type_hints["grpc"])
            check_type(argname="argument http_get", value=http_get, expected_type=type_hints["http_get"])
            check_type(argname="argument initial_delay_seconds", value=initial_delay_seconds, expected_type=type_hints["initial_delay_seconds"])
            check_type(argname="argument period_seconds", value=period_seconds, expected_type=type_hints["period_seconds"])
            check_type(argname="argument success_threshold", value=success_threshold, expected_type=type_hints["success_threshold"])
            check_type(argname="argument tcp_socket", value=tcp_socket, expected_type=type_hints["tcp_socket"])
            check_type(argname="argument timeout_seconds", value=timeout_seconds, expected_type=type_hints["timeout_seconds"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if exec is not None:
            self._values["exec"] = exec
        if failure_threshold is not None:
            self._values["failure_threshold"] = failure_threshold
        if grpc is not None:
            self._values["grpc"] = grpc
        if http_get is not None:
            self._values["http_get"] = http_get
        if initial_delay_seconds is not None:
            self._values["initial_delay_seconds"] = initial_delay_seconds
        if period_seconds is not None:
            self._values["period_seconds"] = period_seconds
        if success_threshold is not None:
            self._values["success_threshold"] = success_threshold
        if tcp_socket is not None:
            self._values["tcp_socket"] = tcp_socket
        if timeout_seconds is not None:
            self._values["timeout_seconds"] = timeout_seconds

    @builtins.property
    def exec(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersReadinessProbeExec"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbe#exec
        '''
        result = self._values.get("exec")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersReadinessProbeExec"], result)

    @builtins.property
    def failure_threshold(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbe#failureThreshold
        '''
        result = self._values.get("failure_threshold")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def grpc(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersReadinessProbeGrpc"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbe#grpc
        '''
        result = self._values.get("grpc")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersReadinessProbeGrpc"], result)

    @builtins.property
    def http_get(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersReadinessProbeHttpGet"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbe#httpGet
        '''
        result = self._values.get("http_get")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersReadinessProbeHttpGet"], result)

    @builtins.property
    def initial_delay_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbe#initialDelaySeconds
        '''
        result = self._values.get("initial_delay_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def period_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbe#periodSeconds
        '''
        result = self._values.get("period_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def success_threshold(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbe#successThreshold
        '''
        result = self._values.get("success_threshold")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def tcp_socket(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersReadinessProbeTcpSocket"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbe#tcpSocket
        '''
        result = self._values.get("tcp_socket")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersReadinessProbeTcpSocket"], result)

    @builtins.property
    def timeout_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbe#timeoutSeconds
        '''
        result = self._values.get("timeout_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersReadinessProbe(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersReadinessProbeExec",
    jsii_struct_bases=[],
    name_mapping={"command": "command"},
)
class ServiceSpecTemplateSpecContainersReadinessProbeExec:
    def __init__(
        self,
        *,
        command: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param command: 

        :schema: ServiceSpecTemplateSpecContainersReadinessProbeExec
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__8e123381d5637d7975f8bd106032963c45499a07e5f69317ab7520a604a5cf27)
            check_type(argname="argument command", value=command, expected_type=type_hints["command"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if command is not None:
            self._values["command"] = command

    @builtins.property
    def command(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbeExec#command
        '''
        result = self._values.get("command")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersReadinessProbeExec(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersReadinessProbeGrpc",
    jsii_struct_bases=[],
    name_mapping={"port": "port", "service": "service"},
)
class ServiceSpecTemplateSpecContainersReadinessProbeGrpc:
    def __init__(
        self,
        *,
        port: typing.Optional[jsii.Number] = None,
        service: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param port: 
        :param service: 

        :schema: ServiceSpecTemplateSpecContainersReadinessProbeGrpc
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__45d0848a6a6928f64d6967d5a5b2b4a7e8664ea9efd09bda8b61ffa0016c2b19)
            check_type(argname="argument port", value=port, expected_type=type_hints["port"])
            check_type(argname="argument service", value=service, expected_type=type_hints["service"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if port is not None:
            self._values["port"] = port
        if service is not None:
            self._values["service"] = service

    @builtins.property
    def port(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbeGrpc#port
        '''
        result = self._values.get("port")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def service(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbeGrpc#service
        '''
        result = self._values.get("service")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersReadinessProbeGrpc(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersReadinessProbeHttpGet",
    jsii_struct_bases=[],
    name_mapping={
        "host": "host",
        "http_headers": "httpHeaders",
        "path": "path",
        "port": "port",
        "scheme": "scheme",
    },
)
class ServiceSpecTemplateSpecContainersReadinessProbeHttpGet:
    def __init__(
        self,
        *,
        host: typing.Optional[builtins.str] = None,
        http_headers: typing.Optional[typing.Sequence[typing.Union["ServiceSpecTemplateSpecContainersReadinessProbeHttpGetHttpHeaders", typing.Dict[builtins.str, typing.Any]]]] = None,
        path: typing.Optional[builtins.str] = None,
        port: typing.Optional["ServiceSpecTemplateSpecContainersReadinessProbeHttpGetPort"] = None,
        scheme: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param host: 
        :param http_headers: 
        :param path: 
        :param port: 
        :param scheme: 

        :schema: ServiceSpecTemplateSpecContainersReadinessProbeHttpGet
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__53913d24b58cd62fb8d78bd1e71c4012af4019c7caafedffa2fc79c4be0d8b6b)
            check_type(argname="argument host", value=host, expected_type=type_hints["host"])
            check_type(argname="argument http_headers", value=http_headers, expected_type=type_hints["http_headers"])
            check_type(argname="argument path", value=path, expected_type=type_hints["path"])
            check_type(argname="argument port", value=port, expected_type=type_hints["port"])
            check_type(argname="argument scheme", value=scheme, expected_type=type_hints["scheme"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if host is not None:
            self._values["host"] = host
        if http_headers is not None:
            self._values["http_headers"] = http_headers
        if path is not None:
            self._values["path"] = path
        if port is not None:
            self._values["port"] = port
        if scheme is not None:
            self._values["scheme"] = scheme

    @builtins.property
    def host(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbeHttpGet#host
        '''
        result = self._values.get("host")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def http_headers(
        self,
    ) -> typing.Optional[typing.List["ServiceSpecTemplateSpecContainersReadinessProbeHttpGetHttpHeaders"]]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbeHttpGet#httpHeaders
        '''
        result = self._values.get("http_headers")
        return typing.cast(typing.Optional[typing.List["ServiceSpecTemplateSpecContainersReadinessProbeHttpGetHttpHeaders"]], result)

    @builtins.property
    def path(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbeHttpGet#path
        '''
        result = self._values.get("path")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def port(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersReadinessProbeHttpGetPort"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbeHttpGet#port
        '''
        result = self._values.get("port")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersReadinessProbeHttpGetPort"], result)

    @builtins.property
    def scheme(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbeHttpGet#scheme
        '''
        result = self._values.get("scheme")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersReadinessProbeHttpGet(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersReadinessProbeHttpGetHttpHeaders",
    jsii_struct_bases=[],
    name_mapping={"name": "name", "value": "value"},
)
class ServiceSpecTemplateSpecContainersReadinessProbeHttpGetHttpHeaders:
    def __init__(self, *, name: builtins.str, value: builtins.str) -> None:
        '''
        :param name: 
        :param value: 

        :schema: ServiceSpecTemplateSpecContainersReadinessProbeHttpGetHttpHeaders
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__e9fc5bef50bf7a5f69875ee74c7e344f3e23bc080554d6d67130053b76eee3cb)
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "name": name,
            "value": value,
        }

    @builtins.property
    def name(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbeHttpGetHttpHeaders#name
        '''
        result = self._values.get("name")
        assert result is not None, "Required property 'name' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def value(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbeHttpGetHttpHeaders#value
        '''
        result = self._values.get("value")
        assert result is not None, "Required property 'value' is missing"
        return typing.cast(builtins.str, result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersReadinessProbeHttpGetHttpHeaders(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


class ServiceSpecTemplateSpecContainersReadinessProbeHttpGetPort(
    metaclass=jsii.JSIIMeta,
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersReadinessProbeHttpGetPort",
):
    '''
    :schema: ServiceSpecTemplateSpecContainersReadinessProbeHttpGetPort
    '''

    @jsii.member(jsii_name="fromNumber")
    @builtins.classmethod
    def from_number(
        cls,
        value: jsii.Number,
    ) -> "ServiceSpecTemplateSpecContainersReadinessProbeHttpGetPort":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__4fb858ed6a980f615126a3c855a8615ae4af1c073db8c239f3960e64e198a13d)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("ServiceSpecTemplateSpecContainersReadinessProbeHttpGetPort", jsii.sinvoke(cls, "fromNumber", [value]))

    @jsii.member(jsii_name="fromString")
    @builtins.classmethod
    def from_string(
        cls,
        value: builtins.str,
    ) -> "ServiceSpecTemplateSpecContainersReadinessProbeHttpGetPort":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__7d9312fc726b2dbd0ba0d45fa51dbd287586ddab67e1e6ad9177d4efd594612c)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("ServiceSpecTemplateSpecContainersReadinessProbeHttpGetPort", jsii.sinvoke(cls, "fromString", [value]))

    @builtins.property
    @jsii.member(jsii_name="value")
    def value(self) -> typing.Union[builtins.str, jsii.Number]:
        return typing.cast(typing.Union[builtins.str, jsii.Number], jsii.get(self, "value"))


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersReadinessProbeTcpSocket",
    jsii_struct_bases=[],
    name_mapping={"host": "host", "port": "port"},
)
class ServiceSpecTemplateSpecContainersReadinessProbeTcpSocket:
    def __init__(
        self,
        *,
        host: typing.Optional[builtins.str] = None,
        port: typing.Optional["ServiceSpecTemplateSpecContainersReadinessProbeTcpSocketPort"] = None,
    ) -> None:
        '''
        :param host: 
        :param port: 

        :schema: ServiceSpecTemplateSpecContainersReadinessProbeTcpSocket
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__223e37a480c21a7f13109c9689e57ae38258c3dd3bff4edb999a74388e870ece)
            check_type(argname="argument host", value=host, expected_type=type_hints["host"])
            check_type(argname="argument port", value=port, expected_type=type_hints["port"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if host is not None:
            self._values["host"] = host
        if port is not None:
            self._values["port"] = port

    @builtins.property
    def host(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbeTcpSocket#host
        '''
        result = self._values.get("host")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def port(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersReadinessProbeTcpSocketPort"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersReadinessProbeTcpSocket#port
        '''
        result = self._values.get("port")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersReadinessProbeTcpSocketPort"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersReadinessProbeTcpSocket(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


class ServiceSpecTemplateSpecContainersReadinessProbeTcpSocketPort(
    metaclass=jsii.JSIIMeta,
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersReadinessProbeTcpSocketPort",
):
    '''
    :schema: ServiceSpecTemplateSpecContainersReadinessProbeTcpSocketPort
    '''

    @jsii.member(jsii_name="fromNumber")
    @builtins.classmethod
    def from_number(
        cls,
        value: jsii.Number,
    ) -> "ServiceSpecTemplateSpecContainersReadinessProbeTcpSocketPort":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__0916d4714fe8e01a71e59e1c9178f4cb8e2d8831aaa165c2c1752bc3ddcf323d)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("ServiceSpecTemplateSpecContainersReadinessProbeTcpSocketPort", jsii.sinvoke(cls, "fromNumber", [value]))

    @jsii.member(jsii_name="fromString")
    @builtins.classmethod
    def from_string(
        cls,
        value: builtins.str,
    ) -> "ServiceSpecTemplateSpecContainersReadinessProbeTcpSocketPort":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__7753ff46dad115563065c4a8b981b8ebe36cd7961d3405ca031555e1fa48ed70)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("ServiceSpecTemplateSpecContainersReadinessProbeTcpSocketPort", jsii.sinvoke(cls, "fromString", [value]))

    @builtins.property
    @jsii.member(jsii_name="value")
    def value(self) -> typing.Union[builtins.str, jsii.Number]:
        return typing.cast(typing.Union[builtins.str, jsii.Number], jsii.get(self, "value"))


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersResources",
    jsii_struct_bases=[],
    name_mapping={"limits": "limits", "requests": "requests"},
)
class ServiceSpecTemplateSpecContainersResources:
    def __init__(
        self,
        *,
        limits: typing.Optional[typing.Mapping[builtins.str, "ServiceSpecTemplateSpecContainersResourcesLimits"]] = None,
        requests: typing.Optional[typing.Mapping[builtins.str, "ServiceSpecTemplateSpecContainersResourcesRequests"]] = None,
    ) -> None:
        '''
        :param limits: 
        :param requests: 

        :schema: ServiceSpecTemplateSpecContainersResources
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__b6f35adb923702f94a0465b5b8f3d30311cb31b647d3d03944627041675076a8)
            check_type(argname="argument limits", value=limits, expected_type=type_hints["limits"])
            check_type(argname="argument requests", value=requests, expected_type=type_hints["requests"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if limits is not None:
            self._values["limits"] = limits
        if requests is not None:
            self._values["requests"] = requests

    @builtins.property
    def limits(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, "ServiceSpecTemplateSpecContainersResourcesLimits"]]:
        '''
        :schema: ServiceSpecTemplateSpecContainersResources#limits
        '''
        result = self._values.get("limits")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, "ServiceSpecTemplateSpecContainersResourcesLimits"]], result)

    @builtins.property
    def requests(
        self,
    ) -> typing.Optional[typing.Mapping[builtins.str, "ServiceSpecTemplateSpecContainersResourcesRequests"]]:
        '''
        :schema: ServiceSpecTemplateSpecContainersResources#requests
        '''
        result = self._values.get("requests")
        return typing.cast(typing.Optional[typing.Mapping[builtins.str, "ServiceSpecTemplateSpecContainersResourcesRequests"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersResources(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


class ServiceSpecTemplateSpecContainersResourcesLimits(
    metaclass=jsii.JSIIMeta,
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersResourcesLimits",
):
    '''
    :schema: ServiceSpecTemplateSpecContainersResourcesLimits
    '''

    @jsii.member(jsii_name="fromNumber")
    @builtins.classmethod
    def from_number(
        cls,
        value: jsii.Number,
    ) -> "ServiceSpecTemplateSpecContainersResourcesLimits":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__9d570559defdb7e35a5aef0dbc09e3bdb0004b866349216c96e4c05953cdb150)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("ServiceSpecTemplateSpecContainersResourcesLimits", jsii.sinvoke(cls, "fromNumber", [value]))

    @jsii.member(jsii_name="fromString")
    @builtins.classmethod
    def from_string(
        cls,
        value: builtins.str,
    ) -> "ServiceSpecTemplateSpecContainersResourcesLimits":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__a30d649ec6a732c32cf0219b1c6dceab6c83ee79ef4cdfcd349dfb1b0c3bde1d)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("ServiceSpecTemplateSpecContainersResourcesLimits", jsii.sinvoke(cls, "fromString", [value]))

    @builtins.property
    @jsii.member(jsii_name="value")
    def value(self) -> typing.Union[builtins.str, jsii.Number]:
        return typing.cast(typing.Union[builtins.str, jsii.Number], jsii.get(self, "value"))


class ServiceSpecTemplateSpecContainersResourcesRequests(
    metaclass=jsii.JSIIMeta,
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersResourcesRequests",
):
    '''
    :schema: ServiceSpecTemplateSpecContainersResourcesRequests
    '''

    @jsii.member(jsii_name="fromNumber")
    @builtins.classmethod
    def from_number(
        cls,
        value: jsii.Number,
    ) -> "ServiceSpecTemplateSpecContainersResourcesRequests":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__a6aa26e1b338eef51a489b6466dd64ac8e3b2604d5aabe336afdb6251a67a7d7)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("ServiceSpecTemplateSpecContainersResourcesRequests", jsii.sinvoke(cls, "fromNumber", [value]))

    @jsii.member(jsii_name="fromString")
    @builtins.classmethod
    def from_string(
        cls,
        value: builtins.str,
    ) -> "ServiceSpecTemplateSpecContainersResourcesRequests":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__bc90c22a7276bc4e34741b985afc93afe57a31a7242ab8bb341ac548dd2c1460)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("ServiceSpecTemplateSpecContainersResourcesRequests", jsii.sinvoke(cls, "fromString", [value]))

    @builtins.property
    @jsii.member(jsii_name="value")
    def value(self) -> typing.Union[builtins.str, jsii.Number]:
        return typing.cast(typing.Union[builtins.str, jsii.Number], jsii.get(self, "value"))


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersSecurityContext",
    jsii_struct_bases=[],
    name_mapping={
        "allow_privilege_escalation": "allowPrivilegeEscalation",
        "capabilities": "capabilities",
        "privileged": "privileged",
        "read_only_root_filesystem": "readOnlyRootFilesystem",
        "run_as_group": "runAsGroup",
        "run_as_non_root": "runAsNonRoot",
        "run_as_user": "runAsUser",
        "seccomp_profile": "seccompProfile",
    },
)
class ServiceSpecTemplateSpecContainersSecurityContext:
    def __init__(
        self,
        *,
        allow_privilege_escalation: typing.Optional[builtins.bool] = None,
        capabilities: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersSecurityContextCapabilities", typing.Dict[builtins.str, typing.Any]]] = None,
        privileged: typing.Optional[builtins.bool] = None,
        read_only_root_filesystem: typing.Optional[builtins.bool] = None,
        run_as_group: typing.Optional[jsii.Number] = None,
        run_as_non_root: typing.Optional[builtins.bool] = None,
        run_as_user: typing.Optional[jsii.Number] = None,
        seccomp_profile: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersSecurityContextSeccompProfile", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param allow_privilege_escalation: 
        :param capabilities: 
        :param privileged: 
        :param read_only_root_filesystem: 
        :param run_as_group: 
        :param run_as_non_root: 
        :param run_as_user: 
        :param seccomp_profile: 

        :schema: ServiceSpecTemplateSpecContainersSecurityContext
        '''
        if isinstance(capabilities, dict):
            capabilities = ServiceSpecTemplateSpecContainersSecurityContextCapabilities(**capabilities)
        if isinstance(seccomp_profile, dict):
            seccomp_profile = ServiceSpecTemplateSpecContainersSecurityContextSeccompProfile(**seccomp_profile)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__0bb019d4fe104618885421e469b6409032a5305a0681e1fbfb53ef0652b36613)
            check_type(argname="argument allow_privilege_escalation", value=allow_privilege_escalation, expected_type=type_hints["allow_privilege_escalation"])
            check_type(argname="argument capabilities", value=capabilities, expected_type=type_hints["capabilities"])
            check_type(argname="argument privileged", value=privileged, expected_type=type_hints["privileged"])
            check_type(argname="argument read_only_root_filesystem", value=read_only_root_filesystem, expected_type=type_hints["read_only_root_filesystem"])
            check_type(argname="argument run_as_group", value=run_as_group, expected_type=type_hints["run_as_group"])
            check_type(argname="argument run_as_non_root", value=run_as_non_root, expected_type=type_hints["run_as_non_root"])
            check_type(argname="argument run_as_user", value=run_as_user, expected_type=type_hints["run_as_user"])
            check_type(argname="argument seccomp_profile", value=seccomp_profile, expected_type=type_hints["seccomp_profile"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if allow_privilege_escalation is not None:
            self._values["allow_privilege_escalation"] = allow_privilege_escalation
        if capabilities is not None:
            self._values["capabilities"] = capabilities
        if privileged is not None:
            self._values["privileged"] = privileged
        if read_only_root_filesystem is not None:
            self._values["read_only_root_filesystem"] = read_only_root_filesystem
        if run_as_group is not None:
            self._values["run_as_group"] = run_as_group
        if run_as_non_root is not None:
            self._values["run_as_non_root"] = run_as_non_root
        if run_as_user is not None:
            self._values["run_as_user"] = run_as_user
        if seccomp_profile is not None:
            self._values["seccomp_profile"] = seccomp_profile

    @builtins.property
    def allow_privilege_escalation(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpecContainersSecurityContext#allowPrivilegeEscalation
        '''
        result = self._values.get("allow_privilege_escalation")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def capabilities(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersSecurityContextCapabilities"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersSecurityContext#capabilities
        '''
        result = self._values.get("capabilities")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersSecurityContextCapabilities"], result)

    @builtins.property
    def privileged(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpecContainersSecurityContext#privileged
        '''
        result = self._values.get("privileged")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def read_only_root_filesystem(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpecContainersSecurityContext#readOnlyRootFilesystem
        '''
        result = self._values.get("read_only_root_filesystem")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def run_as_group(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersSecurityContext#runAsGroup
        '''
        result = self._values.get("run_as_group")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def run_as_non_root(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpecContainersSecurityContext#runAsNonRoot
        '''
        result = self._values.get("run_as_non_root")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def run_as_user(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersSecurityContext#runAsUser
        '''
        result = self._values.get("run_as_user")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def seccomp_profile(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersSecurityContextSeccompProfile"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersSecurityContext#seccompProfile
        '''
        result = self._values.get("seccomp_profile")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersSecurityContextSeccompProfile"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersSecurityContext(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersSecurityContextCapabilities",
    jsii_struct_bases=[],
    name_mapping={"add": "add", "drop": "drop"},
)
class ServiceSpecTemplateSpecContainersSecurityContextCapabilities:
    def __init__(
        self,
        *,
        add: typing.Optional[typing.Sequence[builtins.str]] = None,
        drop: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param add: 
        :param drop: 

        :schema: ServiceSpecTemplateSpecContainersSecurityContextCapabilities
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__824a7e2562f066c2ef10d9bf9f031405e8ec5832c8bbe31dbaadd62fa68f4088)
            check_type(argname="argument add", value=add, expected_type=type_hints["add"])
            check_type(argname="argument drop", value=drop, expected_type=type_hints["drop"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if add is not None:
            self._values["add"] = add
        if drop is not None:
            self._values["drop"] = drop

    @builtins.property
    def add(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: ServiceSpecTemplateSpecContainersSecurityContextCapabilities#add
        '''
        result = self._values.get("add")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    @builtins.property
    def drop(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: ServiceSpecTemplateSpecContainersSecurityContextCapabilities#drop
        '''
        result = self._values.get("drop")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersSecurityContextCapabilities(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersSecurityContextSeccompProfile",
    jsii_struct_bases=[],
    name_mapping={"type": "type", "localhost_profile": "localhostProfile"},
)
class ServiceSpecTemplateSpecContainersSecurityContextSeccompProfile:
    def __init__(
        self,
        *,
        type: builtins.str,
        localhost_profile: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param type: 
        :param localhost_profile: 

        :schema: ServiceSpecTemplateSpecContainersSecurityContextSeccompProfile
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__cd5474edb1095dcda885da4f916aba12ad969419c737dd9bee175d3f40a0fa15)
            check_type(argname="argument type", value=type, expected_type=type_hints["type"])
            check_type(argname="argument localhost_profile", value=localhost_profile, expected_type=type_hints["localhost_profile"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "type": type,
        }
        if localhost_profile is not None:
            self._values["localhost_profile"] = localhost_profile

    @builtins.property
    def type(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecContainersSecurityContextSeccompProfile#type
        '''
        result = self._values.get("type")
        assert result is not None, "Required property 'type' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def localhost_profile(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersSecurityContextSeccompProfile#localhostProfile
        '''
        result = self._values.get("localhost_profile")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersSecurityContextSeccompProfile(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersStartupProbe",
    jsii_struct_bases=[],
    name_mapping={
        "exec": "exec",
        "failure_threshold": "failureThreshold",
        "grpc": "grpc",
        "http_get": "httpGet",
        "initial_delay_seconds": "initialDelaySeconds",
        "period_seconds": "periodSeconds",
        "success_threshold": "successThreshold",
        "tcp_socket": "tcpSocket",
        "timeout_seconds": "timeoutSeconds",
    },
)
class ServiceSpecTemplateSpecContainersStartupProbe:
    def __init__(
        self,
        *,
        exec: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersStartupProbeExec", typing.Dict[builtins.str, typing.Any]]] = None,
        failure_threshold: typing.Optional[jsii.Number] = None,
        grpc: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersStartupProbeGrpc", typing.Dict[builtins.str, typing.Any]]] = None,
        http_get: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersStartupProbeHttpGet", typing.Dict[builtins.str, typing.Any]]] = None,
        initial_delay_seconds: typing.Optional[jsii.Number] = None,
        period_seconds: typing.Optional[jsii.Number] = None,
        success_threshold: typing.Optional[jsii.Number] = None,
        tcp_socket: typing.Optional[typing.Union["ServiceSpecTemplateSpecContainersStartupProbeTcpSocket", typing.Dict[builtins.str, typing.Any]]] = None,
        timeout_seconds: typing.Optional[jsii.Number] = None,
    ) -> None:
        '''
        :param exec: 
        :param failure_threshold: 
        :param grpc: 
        :param http_get: 
        :param initial_delay_seconds: 
        :param period_seconds: 
        :param success_threshold: 
        :param tcp_socket: 
        :param timeout_seconds: 

        :schema: ServiceSpecTemplateSpecContainersStartupProbe
        '''
        if isinstance(exec, dict):
            exec = ServiceSpecTemplateSpecContainersStartupProbeExec(**exec)
        if isinstance(grpc, dict):
            grpc = ServiceSpecTemplateSpecContainersStartupProbeGrpc(**grpc)
        if isinstance(http_get, dict):
            http_get = ServiceSpecTemplateSpecContainersStartupProbeHttpGet(**http_get)
        if isinstance(tcp_socket, dict):
            tcp_socket = ServiceSpecTemplateSpecContainersStartupProbeTcpSocket(**tcp_socket)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__6d6811d739f20d5bc6bd7f286d8eb29dc18f8afe7f58f715b39168eef0ca2d69)
            check_type(argname="argument exec", value=exec, expected_type=type_hints["exec"])
            check_type(argname="argument failure_threshold", value=failure_threshold, expected_type=type_hints["failure_threshold"])
            check_type(argname="argument grpc", value=grpc, expected_type=type_hints["grpc"])
            check_type(argname="argument http_get", value=http_get, expected_type=type_hints["http_get"])
            check_type(argname="argument initial_delay_seconds", value=initial_delay_seconds, expected_type=type_hints["initial_delay_seconds"])
            check_type(argname="argument period_seconds", value=period_seconds, expected_type=type_hints["period_seconds"])
            check_type(argname="argument success_threshold", value=success_threshold, expected_type=type_hints["success_threshold"])
            check_type(argname="argument tcp_socket", value=tcp_socket, expected_type=type_hints["tcp_socket"])
            check_type(argname="argument timeout_seconds", value=timeout_seconds, expected_type=type_hints["timeout_seconds"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if exec is not None:
            self._values["exec"] = exec
        if failure_threshold is not None:
            self._values["failure_threshold"] = failure_threshold
        if grpc is not None:
            self._values["grpc"] = grpc
        if http_get is not None:
            self._values["http_get"] = http_get
        if initial_delay_seconds is not None:
            self._values["initial_delay_seconds"] = initial_delay_seconds
        if period_seconds is not None:
            self._values["period_seconds"] = period_seconds
        if success_threshold is not None:
            self._values["success_threshold"] = success_threshold
        if tcp_socket is not None:
            self._values["tcp_socket"] = tcp_socket
        if timeout_seconds is not None:
            self._values["timeout_seconds"] = timeout_seconds

    @builtins.property
    def exec(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersStartupProbeExec"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbe#exec
        '''
        result = self._values.get("exec")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersStartupProbeExec"], result)

    @builtins.property
    def failure_threshold(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbe#failureThreshold
        '''
        result = self._values.get("failure_threshold")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def grpc(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersStartupProbeGrpc"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbe#grpc
        '''
        result = self._values.get("grpc")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersStartupProbeGrpc"], result)

    @builtins.property
    def http_get(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersStartupProbeHttpGet"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbe#httpGet
        '''
        result = self._values.get("http_get")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersStartupProbeHttpGet"], result)

    @builtins.property
    def initial_delay_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbe#initialDelaySeconds
        '''
        result = self._values.get("initial_delay_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def period_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbe#periodSeconds
        '''
        result = self._values.get("period_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def success_threshold(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbe#successThreshold
        '''
        result = self._values.get("success_threshold")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def tcp_socket(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersStartupProbeTcpSocket"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbe#tcpSocket
        '''
        result = self._values.get("tcp_socket")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersStartupProbeTcpSocket"], result)

    @builtins.property
    def timeout_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbe#timeoutSeconds
        '''
        result = self._values.get("timeout_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersStartupProbe(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersStartupProbeExec",
    jsii_struct_bases=[],
    name_mapping={"command": "command"},
)
class ServiceSpecTemplateSpecContainersStartupProbeExec:
    def __init__(
        self,
        *,
        command: typing.Optional[typing.Sequence[builtins.str]] = None,
    ) -> None:
        '''
        :param command: 

        :schema: ServiceSpecTemplateSpecContainersStartupProbeExec
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__fe46458cdc62cf4272f868f27ff972157d8a5e83297a86cab3117f13bfc1822d)
            check_type(argname="argument command", value=command, expected_type=type_hints["command"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if command is not None:
            self._values["command"] = command

    @builtins.property
    def command(self) -> typing.Optional[typing.List[builtins.str]]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbeExec#command
        '''
        result = self._values.get("command")
        return typing.cast(typing.Optional[typing.List[builtins.str]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersStartupProbeExec(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersStartupProbeGrpc",
    jsii_struct_bases=[],
    name_mapping={"port": "port", "service": "service"},
)
class ServiceSpecTemplateSpecContainersStartupProbeGrpc:
    def __init__(
        self,
        *,
        port: typing.Optional[jsii.Number] = None,
        service: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param port: 
        :param service: 

        :schema: ServiceSpecTemplateSpecContainersStartupProbeGrpc
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__f1f39e1834ba1f72f77c998b905db8549865c5c359b273322f3115a0b6dd8a11)
            check_type(argname="argument port", value=port, expected_type=type_hints["port"])
            check_type(argname="argument service", value=service, expected_type=type_hints["service"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if port is not None:
            self._values["port"] = port
        if service is not None:
            self._values["service"] = service

    @builtins.property
    def port(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbeGrpc#port
        '''
        result = self._values.get("port")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def service(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbeGrpc#service
        '''
        result = self._values.get("service")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersStartupProbeGrpc(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersStartupProbeHttpGet",
    jsii_struct_bases=[],
    name_mapping={
        "host": "host",
        "http_headers": "httpHeaders",
        "path": "path",
        "port": "port",
        "scheme": "scheme",
    },
)
class ServiceSpecTemplateSpecContainersStartupProbeHttpGet:
    def __init__(
        self,
        *,
        host: typing.Optional[builtins.str] = None,
        http_headers: typing.Optional[typing.Sequence[typing.Union["ServiceSpecTemplateSpecContainersStartupProbeHttpGetHttpHeaders", typing.Dict[builtins.str, typing.Any]]]] = None,
        path: typing.Optional[builtins.str] = None,
        port: typing.Optional["ServiceSpecTemplateSpecContainersStartupProbeHttpGetPort"] = None,
        scheme: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param host: 
        :param http_headers: 
        :param path: 
        :param port: 
        :param scheme: 

        :schema: ServiceSpecTemplateSpecContainersStartupProbeHttpGet
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__3a32ba4bae4d88175252c2c2e6fe68ccd2423694faca608c5162461ebd66fc95)
            check_type(argname="argument host", value=host, expected_type=type_hints["host"])
            check_type(argname="argument http_headers", value=http_headers, expected_type=type_hints["http_headers"])
            check_type(argname="argument path", value=path, expected_type=type_hints["path"])
            check_type(argname="argument port", value=port, expected_type=type_hints["port"])
            check_type(argname="argument scheme", value=scheme, expected_type=type_hints["scheme"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if host is not None:
            self._values["host"] = host
        if http_headers is not None:
            self._values["http_headers"] = http_headers
        if path is not None:
            self._values["path"] = path
        if port is not None:
            self._values["port"] = port
        if scheme is not None:
            self._values["scheme"] = scheme

    @builtins.property
    def host(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbeHttpGet#host
        '''
        result = self._values.get("host")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def http_headers(
        self,
    ) -> typing.Optional[typing.List["ServiceSpecTemplateSpecContainersStartupProbeHttpGetHttpHeaders"]]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbeHttpGet#httpHeaders
        '''
        result = self._values.get("http_headers")
        return typing.cast(typing.Optional[typing.List["ServiceSpecTemplateSpecContainersStartupProbeHttpGetHttpHeaders"]], result)

    @builtins.property
    def path(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbeHttpGet#path
        '''
        result = self._values.get("path")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def port(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersStartupProbeHttpGetPort"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbeHttpGet#port
        '''
        result = self._values.get("port")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersStartupProbeHttpGetPort"], result)

    @builtins.property
    def scheme(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbeHttpGet#scheme
        '''
        result = self._values.get("scheme")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersStartupProbeHttpGet(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersStartupProbeHttpGetHttpHeaders",
    jsii_struct_bases=[],
    name_mapping={"name": "name", "value": "value"},
)
class ServiceSpecTemplateSpecContainersStartupProbeHttpGetHttpHeaders:
    def __init__(self, *, name: builtins.str, value: builtins.str) -> None:
        '''
        :param name: 
        :param value: 

        :schema: ServiceSpecTemplateSpecContainersStartupProbeHttpGetHttpHeaders
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__b6bfdc4ff850016fe4e1ee9d3d71bcb2ce22910d79809e5a087b48f9786fae61)
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "name": name,
            "value": value,
        }

    @builtins.property
    def name(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbeHttpGetHttpHeaders#name
        '''
        result = self._values.get("name")
        assert result is not None, "Required property 'name' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def value(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbeHttpGetHttpHeaders#value
        '''
        result = self._values.get("value")
        assert result is not None, "Required property 'value' is missing"
        return typing.cast(builtins.str, result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersStartupProbeHttpGetHttpHeaders(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


class ServiceSpecTemplateSpecContainersStartupProbeHttpGetPort(
    metaclass=jsii.JSIIMeta,
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersStartupProbeHttpGetPort",
):
    '''
    :schema: ServiceSpecTemplateSpecContainersStartupProbeHttpGetPort
    '''

    @jsii.member(jsii_name="fromNumber")
    @builtins.classmethod
    def from_number(
        cls,
        value: jsii.Number,
    ) -> "ServiceSpecTemplateSpecContainersStartupProbeHttpGetPort":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__faffee5b8d344b25c69bd9d4027ac3aef72fafd13d66d73faa9b83b95d00b8cc)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("ServiceSpecTemplateSpecContainersStartupProbeHttpGetPort", jsii.sinvoke(cls, "fromNumber", [value]))

    @jsii.member(jsii_name="fromString")
    @builtins.classmethod
    def from_string(
        cls,
        value: builtins.str,
    ) -> "ServiceSpecTemplateSpecContainersStartupProbeHttpGetPort":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__944f7cde339b3e933f8577ea2142a6de54de1db4041e9a8a87a5162b90e61362)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("ServiceSpecTemplateSpecContainersStartupProbeHttpGetPort", jsii.sinvoke(cls, "fromString", [value]))

    @builtins.property
    @jsii.member(jsii_name="value")
    def value(self) -> typing.Union[builtins.str, jsii.Number]:
        return typing.cast(typing.Union[builtins.str, jsii.Number], jsii.get(self, "value"))


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersStartupProbeTcpSocket",
    jsii_struct_bases=[],
    name_mapping={"host": "host", "port": "port"},
)
class ServiceSpecTemplateSpecContainersStartupProbeTcpSocket:
    def __init__(
        self,
        *,
        host: typing.Optional[builtins.str] = None,
        port: typing.Optional["ServiceSpecTemplateSpecContainersStartupProbeTcpSocketPort"] = None,
    ) -> None:
        '''
        :param host: 
        :param port: 

        :schema: ServiceSpecTemplateSpecContainersStartupProbeTcpSocket
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__8e33df0135375590b59c29b9a6c7ce4e62ae355d8c85c2d2418f119bff8aca78)
            check_type(argname="argument host", value=host, expected_type=type_hints["host"])
            check_type(argname="argument port", value=port, expected_type=type_hints["port"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if host is not None:
            self._values["host"] = host
        if port is not None:
            self._values["port"] = port

    @builtins.property
    def host(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbeTcpSocket#host
        '''
        result = self._values.get("host")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def port(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecContainersStartupProbeTcpSocketPort"]:
        '''
        :schema: ServiceSpecTemplateSpecContainersStartupProbeTcpSocket#port
        '''
        result = self._values.get("port")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecContainersStartupProbeTcpSocketPort"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersStartupProbeTcpSocket(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


class ServiceSpecTemplateSpecContainersStartupProbeTcpSocketPort(
    metaclass=jsii.JSIIMeta,
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersStartupProbeTcpSocketPort",
):
    '''
    :schema: ServiceSpecTemplateSpecContainersStartupProbeTcpSocketPort
    '''

    @jsii.member(jsii_name="fromNumber")
    @builtins.classmethod
    def from_number(
        cls,
        value: jsii.Number,
    ) -> "ServiceSpecTemplateSpecContainersStartupProbeTcpSocketPort":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__e76b012cd5cfb4c9d27bfc4bb9bf9221dba575dedcf33b6e2f838bd22eecb70d)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("ServiceSpecTemplateSpecContainersStartupProbeTcpSocketPort", jsii.sinvoke(cls, "fromNumber", [value]))

    @jsii.member(jsii_name="fromString")
    @builtins.classmethod
    def from_string(
        cls,
        value: builtins.str,
    ) -> "ServiceSpecTemplateSpecContainersStartupProbeTcpSocketPort":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__43421d605a9bdcb1317cfda620af3c087f875d9478fe0414d8c700f32d6cb75a)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("ServiceSpecTemplateSpecContainersStartupProbeTcpSocketPort", jsii.sinvoke(cls, "fromString", [value]))

    @builtins.property
    @jsii.member(jsii_name="value")
    def value(self) -> typing.Union[builtins.str, jsii.Number]:
        return typing.cast(typing.Union[builtins.str, jsii.Number], jsii.get(self, "value"))


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecContainersVolumeMounts",
    jsii_struct_bases=[],
    name_mapping={
        "mount_path": "mountPath",
        "name": "name",
        "mount_propagation": "mountPropagation",
        "read_only": "readOnly",
        "sub_path": "subPath",
    },
)
class ServiceSpecTemplateSpecContainersVolumeMounts:
    def __init__(
        self,
        *,
        mount_path: builtins.str,
        name: builtins.str,
        mount_propagation: typing.Optional[builtins.str] = None,
        read_only: typing.Optional[builtins.bool] = None,
        sub_path: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param mount_path: 
        :param name: 
        :param mount_propagation: 
        :param read_only: 
        :param sub_path: 

        :schema: ServiceSpecTemplateSpecContainersVolumeMounts
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__f734cce8c615ae2f6995e6a51091ef6c88ffadefc728d56c8c6f2e62bd42298b)
            check_type(argname="argument mount_path", value=mount_path, expected_type=type_hints["mount_path"])
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument mount_propagation", value=mount_propagation, expected_type=type_hints["mount_propagation"])
            check_type(argname="argument read_only", value=read_only, expected_type=type_hints["read_only"])
            check_type(argname="argument sub_path", value=sub_path, expected_type=type_hints["sub_path"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "mount_path": mount_path,
            "name": name,
        }
        if mount_propagation is not None:
            self._values["mount_propagation"] = mount_propagation
        if read_only is not None:
            self._values["read_only"] = read_only
        if sub_path is not None:
            self._values["sub_path"] = sub_path

    @builtins.property
    def mount_path(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecContainersVolumeMounts#mountPath
        '''
        result = self._values.get("mount_path")
        assert result is not None, "Required property 'mount_path' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def name(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecContainersVolumeMounts#name
        '''
        result = self._values.get("name")
        assert result is not None, "Required property 'name' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def mount_propagation(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersVolumeMounts#mountPropagation
        '''
        result = self._values.get("mount_propagation")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def read_only(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpecContainersVolumeMounts#readOnly
        '''
        result = self._values.get("read_only")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def sub_path(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecContainersVolumeMounts#subPath
        '''
        result = self._values.get("sub_path")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecContainersVolumeMounts(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecImagePullSecrets",
    jsii_struct_bases=[],
    name_mapping={"name": "name"},
)
class ServiceSpecTemplateSpecImagePullSecrets:
    def __init__(self, *, name: typing.Optional[builtins.str] = None) -> None:
        '''
        :param name: 

        :schema: ServiceSpecTemplateSpecImagePullSecrets
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__52416323806a4a1387ba699a94ca85410da7c9873e254082560f94f216638a70)
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if name is not None:
            self._values["name"] = name

    @builtins.property
    def name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecImagePullSecrets#name
        '''
        result = self._values.get("name")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecImagePullSecrets(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecVolumes",
    jsii_struct_bases=[],
    name_mapping={
        "name": "name",
        "config_map": "configMap",
        "csi": "csi",
        "empty_dir": "emptyDir",
        "ephemeral": "ephemeral",
        "host_path": "hostPath",
        "image": "image",
        "persistent_volume_claim": "persistentVolumeClaim",
        "projected": "projected",
        "secret": "secret",
    },
)
class ServiceSpecTemplateSpecVolumes:
    def __init__(
        self,
        *,
        name: builtins.str,
        config_map: typing.Optional[typing.Union["ServiceSpecTemplateSpecVolumesConfigMap", typing.Dict[builtins.str, typing.Any]]] = None,
        csi: typing.Any = None,
        empty_dir: typing.Any = None,
        ephemeral: typing.Any = None,
        host_path: typing.Any = None,
        image: typing.Any = None,
        persistent_volume_claim: typing.Any = None,
        projected: typing.Optional[typing.Union["ServiceSpecTemplateSpecVolumesProjected", typing.Dict[builtins.str, typing.Any]]] = None,
        secret: typing.Optional[typing.Union["ServiceSpecTemplateSpecVolumesSecret", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param name: 
        :param config_map: 
        :param csi: 
        :param empty_dir: 
        :param ephemeral: 
        :param host_path: 
        :param image: 
        :param persistent_volume_claim: 
        :param projected: 
        :param secret: 

        :schema: ServiceSpecTemplateSpecVolumes
        '''
        if isinstance(config_map, dict):
            config_map = ServiceSpecTemplateSpecVolumesConfigMap(**config_map)
        if isinstance(projected, dict):
            projected = ServiceSpecTemplateSpecVolumesProjected(**projected)
        if isinstance(secret, dict):
            secret = ServiceSpecTemplateSpecVolumesSecret(**secret)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__f97e84d4c8b0ee87b031e6839eca92ea36e7d7ff98be20b71d72a800195cc983)
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument config_map", value=config_map, expected_type=type_hints["config_map"])
            check_type(argname="argument csi", value=csi, expected_type=type_hints["csi"])
            check_type(argname="argument empty_dir", value=empty_dir, expected_type=type_hints["empty_dir"])
            check_type(argname="argument ephemeral", value=ephemeral, expected_type=type_hints["ephemeral"])
            check_type(argname="argument host_path", value=host_path, expected_type=type_hints["host_path"])
            check_type(argname="argument image", value=image, expected_type=type_hints["image"])
            check_type(argname="argument persistent_volume_claim", value=persistent_volume_claim, expected_type=type_hints["persistent_volume_claim"])
            check_type(argname="argument projected", value=projected, expected_type=type_hints["projected"])
            check_type(argname="argument secret", value=secret, expected_type=type_hints["secret"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "name": name,
        }
        if config_map is not None:
            self._values["config_map"] = config_map
        if csi is not None:
            self._values["csi"] = csi
        if empty_dir is not None:
            self._values["empty_dir"] = empty_dir
        if ephemeral is not None:
            self._values["ephemeral"] = ephemeral
        if host_path is not None:
            self._values["host_path"] = host_path
        if image is not None:
            self._values["image"] = image
        if persistent_volume_claim is not None:
            self._values["persistent_volume_claim"] = persistent_volume_claim
        if projected is not None:
            self._values["projected"] = projected
        if secret is not None:
            self._values["secret"] = secret

    @builtins.property
    def name(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecVolumes#name
        '''
        result = self._values.get("name")
        assert result is not None, "Required property 'name' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def config_map(self) -> typing.Optional["ServiceSpecTemplateSpecVolumesConfigMap"]:
        '''
        :schema: ServiceSpecTemplateSpecVolumes#configMap
        '''
        result = self._values.get("config_map")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecVolumesConfigMap"], result)

    @builtins.property
    def csi(self) -> typing.Any:
        '''
        :schema: ServiceSpecTemplateSpecVolumes#csi
        '''
        result = self._values.get("csi")
        return typing.cast(typing.Any, result)

    @builtins.property
    def empty_dir(self) -> typing.Any:
        '''
        :schema: ServiceSpecTemplateSpecVolumes#emptyDir
        '''
        result = self._values.get("empty_dir")
        return typing.cast(typing.Any, result)

    @builtins.property
    def ephemeral(self) -> typing.Any:
        '''
        :schema: ServiceSpecTemplateSpecVolumes#ephemeral
        '''
        result = self._values.get("ephemeral")
        return typing.cast(typing.Any, result)

    @builtins.property
    def host_path(self) -> typing.Any:
        '''
        :schema: ServiceSpecTemplateSpecVolumes#hostPath
        '''
        result = self._values.get("host_path")
        return typing.cast(typing.Any, result)

    @builtins.property
    def image(self) -> typing.Any:
        '''
        :schema: ServiceSpecTemplateSpecVolumes#image
        '''
        result = self._values.get("image")
        return typing.cast(typing.Any, result)

    @builtins.property
    def persistent_volume_claim(self) -> typing.Any:
        '''
        :schema: ServiceSpecTemplateSpecVolumes#persistentVolumeClaim
        '''
        result = self._values.get("persistent_volume_claim")
        return typing.cast(typing.Any, result)

    @builtins.property
    def projected(self) -> typing.Optional["ServiceSpecTemplateSpecVolumesProjected"]:
        '''
        :schema: ServiceSpecTemplateSpecVolumes#projected
        '''
        result = self._values.get("projected")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecVolumesProjected"], result)

    @builtins.property
    def secret(self) -> typing.Optional["ServiceSpecTemplateSpecVolumesSecret"]:
        '''
        :schema: ServiceSpecTemplateSpecVolumes#secret
        '''
        result = self._values.get("secret")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecVolumesSecret"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecVolumes(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecVolumesConfigMap",
    jsii_struct_bases=[],
    name_mapping={
        "default_mode": "defaultMode",
        "items": "items",
        "name": "name",
        "optional": "optional",
    },
)
class ServiceSpecTemplateSpecVolumesConfigMap:
    def __init__(
        self,
        *,
        default_mode: typing.Optional[jsii.Number] = None,
        items: typing.Optional[typing.Sequence[typing.Union["ServiceSpecTemplateSpecVolumesConfigMapItems", typing.Dict[builtins.str, typing.Any]]]] = None,
        name: typing.Optional[builtins.str] = None,
        optional: typing.Optional[builtins.bool] = None,
    ) -> None:
        '''
        :param default_mode: 
        :param items: 
        :param name: 
        :param optional: 

        :schema: ServiceSpecTemplateSpecVolumesConfigMap
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__732af24b8a08bae09464f1a68b91748dbba855aa168b167a62395646d1ccb979)
            check_type(argname="argument default_mode", value=default_mode, expected_type=type_hints["default_mode"])
            check_type(argname="argument items", value=items, expected_type=type_hints["items"])
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument optional", value=optional, expected_type=type_hints["optional"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if default_mode is not None:
            self._values["default_mode"] = default_mode
        if items is not None:
            self._values["items"] = items
        if name is not None:
            self._values["name"] = name
        if optional is not None:
            self._values["optional"] = optional

    @builtins.property
    def default_mode(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesConfigMap#defaultMode
        '''
        result = self._values.get("default_mode")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def items(
        self,
    ) -> typing.Optional[typing.List["ServiceSpecTemplateSpecVolumesConfigMapItems"]]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesConfigMap#items
        '''
        result = self._values.get("items")
        return typing.cast(typing.Optional[typing.List["ServiceSpecTemplateSpecVolumesConfigMapItems"]], result)

    @builtins.property
    def name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesConfigMap#name
        '''
        result = self._values.get("name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def optional(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesConfigMap#optional
        '''
        result = self._values.get("optional")
        return typing.cast(typing.Optional[builtins.bool], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecVolumesConfigMap(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecVolumesConfigMapItems",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "path": "path", "mode": "mode"},
)
class ServiceSpecTemplateSpecVolumesConfigMapItems:
    def __init__(
        self,
        *,
        key: builtins.str,
        path: builtins.str,
        mode: typing.Optional[jsii.Number] = None,
    ) -> None:
        '''
        :param key: 
        :param path: 
        :param mode: 

        :schema: ServiceSpecTemplateSpecVolumesConfigMapItems
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__85a87a0a735509fc524fb7c14f02c84c52635ff8937e85cdaa9b204ab8c9b392)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument path", value=path, expected_type=type_hints["path"])
            check_type(argname="argument mode", value=mode, expected_type=type_hints["mode"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "path": path,
        }
        if mode is not None:
            self._values["mode"] = mode

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecVolumesConfigMapItems#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def path(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecVolumesConfigMapItems#path
        '''
        result = self._values.get("path")
        assert result is not None, "Required property 'path' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def mode(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesConfigMapItems#mode
        '''
        result = self._values.get("mode")
        return typing.cast(typing.Optional[jsii.Number], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecVolumesConfigMapItems(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecVolumesProjected",
    jsii_struct_bases=[],
    name_mapping={"default_mode": "defaultMode", "sources": "sources"},
)
class ServiceSpecTemplateSpecVolumesProjected:
    def __init__(
        self,
        *,
        default_mode: typing.Optional[jsii.Number] = None,
        sources: typing.Optional[typing.Sequence[typing.Union["ServiceSpecTemplateSpecVolumesProjectedSources", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param default_mode: 
        :param sources: 

        :schema: ServiceSpecTemplateSpecVolumesProjected
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__46de03ad18a5b1a35b5bdbf03e8bdd877caab582a6fa04eb3649c7af4de2ee36)
            check_type(argname="argument default_mode", value=default_mode, expected_type=type_hints["default_mode"])
            check_type(argname="argument sources", value=sources, expected_type=type_hints["sources"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if default_mode is not None:
            self._values["default_mode"] = default_mode
        if sources is not None:
            self._values["sources"] = sources

    @builtins.property
    def default_mode(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjected#defaultMode
        '''
        result = self._values.get("default_mode")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def sources(
        self,
    ) -> typing.Optional[typing.List["ServiceSpecTemplateSpecVolumesProjectedSources"]]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjected#sources
        '''
        result = self._values.get("sources")
        return typing.cast(typing.Optional[typing.List["ServiceSpecTemplateSpecVolumesProjectedSources"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecVolumesProjected(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecVolumesProjectedSources",
    jsii_struct_bases=[],
    name_mapping={
        "config_map": "configMap",
        "downward_api": "downwardApi",
        "secret": "secret",
        "service_account_token": "serviceAccountToken",
    },
)
class ServiceSpecTemplateSpecVolumesProjectedSources:
    def __init__(
        self,
        *,
        config_map: typing.Optional[typing.Union["ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMap", typing.Dict[builtins.str, typing.Any]]] = None,
        downward_api: typing.Optional[typing.Union["ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApi", typing.Dict[builtins.str, typing.Any]]] = None,
        secret: typing.Optional[typing.Union["ServiceSpecTemplateSpecVolumesProjectedSourcesSecret", typing.Dict[builtins.str, typing.Any]]] = None,
        service_account_token: typing.Optional[typing.Union["ServiceSpecTemplateSpecVolumesProjectedSourcesServiceAccountToken", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param config_map: 
        :param downward_api: 
        :param secret: 
        :param service_account_token: 

        :schema: ServiceSpecTemplateSpecVolumesProjectedSources
        '''
        if isinstance(config_map, dict):
            config_map = ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMap(**config_map)
        if isinstance(downward_api, dict):
            downward_api = ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApi(**downward_api)
        if isinstance(secret, dict):
            secret = ServiceSpecTemplateSpecVolumesProjectedSourcesSecret(**secret)
        if isinstance(service_account_token, dict):
            service_account_token = ServiceSpecTemplateSpecVolumesProjectedSourcesServiceAccountToken(**service_account_token)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__dea662443dd7622fbd7a18e21388925e047424f0b3a97b93558fc5977deb9374)
            check_type(argname="argument config_map", value=config_map, expected_type=type_hints["config_map"])
            check_type(argname="argument downward_api", value=downward_api, expected_type=type_hints["downward_api"])
            check_type(argname="argument secret", value=secret, expected_type=type_hints["secret"])
            check_type(argname="argument service_account_token", value=service_account_token, expected_type=type_hints["service_account_token"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if config_map is not None:
            self._values["config_map"] = config_map
        if downward_api is not None:
            self._values["downward_api"] = downward_api
        if secret is not None:
            self._values["secret"] = secret
        if service_account_token is not None:
            self._values["service_account_token"] = service_account_token

    @builtins.property
    def config_map(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMap"]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSources#configMap
        '''
        result = self._values.get("config_map")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMap"], result)

    @builtins.property
    def downward_api(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApi"]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSources#downwardAPI
        '''
        result = self._values.get("downward_api")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApi"], result)

    @builtins.property
    def secret(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecVolumesProjectedSourcesSecret"]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSources#secret
        '''
        result = self._values.get("secret")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecVolumesProjectedSourcesSecret"], result)

    @builtins.property
    def service_account_token(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecVolumesProjectedSourcesServiceAccountToken"]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSources#serviceAccountToken
        '''
        result = self._values.get("service_account_token")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecVolumesProjectedSourcesServiceAccountToken"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecVolumesProjectedSources(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMap",
    jsii_struct_bases=[],
    name_mapping={"items": "items", "name": "name", "optional": "optional"},
)
class ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMap:
    def __init__(
        self,
        *,
        items: typing.Optional[typing.Sequence[typing.Union["ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMapItems", typing.Dict[builtins.str, typing.Any]]]] = None,
        name: typing.Optional[builtins.str] = None,
        optional: typing.Optional[builtins.bool] = None,
    ) -> None:
        '''
        :param items: 
        :param name: 
        :param optional: 

        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMap
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__4dcf4d6f0af834f4e5b199dc129b82787c2c51b4d2f2cc38060321f2e19c4673)
            check_type(argname="argument items", value=items, expected_type=type_hints["items"])
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument optional", value=optional, expected_type=type_hints["optional"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if items is not None:
            self._values["items"] = items
        if name is not None:
            self._values["name"] = name
        if optional is not None:
            self._values["optional"] = optional

    @builtins.property
    def items(
        self,
    ) -> typing.Optional[typing.List["ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMapItems"]]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMap#items
        '''
        result = self._values.get("items")
        return typing.cast(typing.Optional[typing.List["ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMapItems"]], result)

    @builtins.property
    def name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMap#name
        '''
        result = self._values.get("name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def optional(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMap#optional
        '''
        result = self._values.get("optional")
        return typing.cast(typing.Optional[builtins.bool], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMap(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMapItems",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "path": "path", "mode": "mode"},
)
class ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMapItems:
    def __init__(
        self,
        *,
        key: builtins.str,
        path: builtins.str,
        mode: typing.Optional[jsii.Number] = None,
    ) -> None:
        '''
        :param key: 
        :param path: 
        :param mode: 

        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMapItems
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__c81ac62b4cd53cf5b51beb6ffb2d6662bc5a7bd0349ab989cb7689c4d28878f8)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument path", value=path, expected_type=type_hints["path"])
            check_type(argname="argument mode", value=mode, expected_type=type_hints["mode"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "path": path,
        }
        if mode is not None:
            self._values["mode"] = mode

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMapItems#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def path(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMapItems#path
        '''
        result = self._values.get("path")
        assert result is not None, "Required property 'path' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def mode(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMapItems#mode
        '''
        result = self._values.get("mode")
        return typing.cast(typing.Optional[jsii.Number], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMapItems(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApi",
    jsii_struct_bases=[],
    name_mapping={"items": "items"},
)
class ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApi:
    def __init__(
        self,
        *,
        items: typing.Optional[typing.Sequence[typing.Union["ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItems", typing.Dict[builtins.str, typing.Any]]]] = None,
    ) -> None:
        '''
        :param items: 

        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApi
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__12836840725535d9842d6677c48f5527a5d94bc0cb81efaa55fceb5dc5626916)
            check_type(argname="argument items", value=items, expected_type=type_hints["items"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if items is not None:
            self._values["items"] = items

    @builtins.property
    def items(
        self,
    ) -> typing.Optional[typing.List["ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItems"]]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApi#items
        '''
        result = self._values.get("items")
        return typing.cast(typing.Optional[typing.List["ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItems"]], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApi(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItems",
    jsii_struct_bases=[],
    name_mapping={
        "path": "path",
        "field_ref": "fieldRef",
        "mode": "mode",
        "resource_field_ref": "resourceFieldRef",
    },
)
class ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItems:
    def __init__(
        self,
        *,
        path: builtins.str,
        field_ref: typing.Optional[typing.Union["ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsFieldRef", typing.Dict[builtins.str, typing.Any]]] = None,
        mode: typing.Optional[jsii.Number] = None,
        resource_field_ref: typing.Optional[typing.Union["ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRef", typing.Dict[builtins.str, typing.Any]]] = None,
    ) -> None:
        '''
        :param path: 
        :param field_ref: 
        :param mode: 
        :param resource_field_ref: 

        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItems
        '''
        if isinstance(field_ref, dict):
            field_ref = ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsFieldRef(**field_ref)
        if isinstance(resource_field_ref, dict):
            resource_field_ref = ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRef(**resource_field_ref)
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__261ec9937a4c6c2d4baf142047a0b86454bd79fdfa060c11ba38a80766702c81)
            check_type(argname="argument path", value=path, expected_type=type_hints["path"])
            check_type(argname="argument field_ref", value=field_ref, expected_type=type_hints["field_ref"])
            check_type(argname="argument mode", value=mode, expected_type=type_hints["mode"])
            check_type(argname="argument resource_field_ref", value=resource_field_ref, expected_type=type_hints["resource_field_ref"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "path": path,
        }
        if field_ref is not None:
            self._values["field_ref"] = field_ref
        if mode is not None:
            self._values["mode"] = mode
        if resource_field_ref is not None:
            self._values["resource_field_ref"] = resource_field_ref

    @builtins.property
    def path(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItems#path
        '''
        result = self._values.get("path")
        assert result is not None, "Required property 'path' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def field_ref(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsFieldRef"]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItems#fieldRef
        '''
        result = self._values.get("field_ref")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsFieldRef"], result)

    @builtins.property
    def mode(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItems#mode
        '''
        result = self._values.get("mode")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def resource_field_ref(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRef"]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItems#resourceFieldRef
        '''
        result = self._values.get("resource_field_ref")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRef"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItems(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsFieldRef",
    jsii_struct_bases=[],
    name_mapping={"field_path": "fieldPath", "api_version": "apiVersion"},
)
class ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsFieldRef:
    def __init__(
        self,
        *,
        field_path: builtins.str,
        api_version: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param field_path: 
        :param api_version: 

        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsFieldRef
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__c6bba7e44c2f14705e1e29175af8e36087c71d34efbfeef9d20f456b7aae32f6)
            check_type(argname="argument field_path", value=field_path, expected_type=type_hints["field_path"])
            check_type(argname="argument api_version", value=api_version, expected_type=type_hints["api_version"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "field_path": field_path,
        }
        if api_version is not None:
            self._values["api_version"] = api_version

    @builtins.property
    def field_path(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsFieldRef#fieldPath
        '''
        result = self._values.get("field_path")
        assert result is not None, "Required property 'field_path' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def api_version(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsFieldRef#apiVersion
        '''
        result = self._values.get("api_version")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsFieldRef(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRef",
    jsii_struct_bases=[],
    name_mapping={
        "resource": "resource",
        "container_name": "containerName",
        "divisor": "divisor",
    },
)
class ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRef:
    def __init__(
        self,
        *,
        resource: builtins.str,
        container_name: typing.Optional[builtins.str] = None,
        divisor: typing.Optional["ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRefDivisor"] = None,
    ) -> None:
        '''
        :param resource: 
        :param container_name: 
        :param divisor: 

        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRef
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__abf025ba1c5fa06fc7d0ce5f738126e8a99db44ba872c60ad551b69cc3d254a9)
            check_type(argname="argument resource", value=resource, expected_type=type_hints["resource"])
            check_type(argname="argument container_name", value=container_name, expected_type=type_hints["container_name"])
            check_type(argname="argument divisor", value=divisor, expected_type=type_hints["divisor"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "resource": resource,
        }
        if container_name is not None:
            self._values["container_name"] = container_name
        if divisor is not None:
            self._values["divisor"] = divisor

    @builtins.property
    def resource(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRef#resource
        '''
        result = self._values.get("resource")
        assert result is not None, "Required property 'resource' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def container_name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRef#containerName
        '''
        result = self._values.get("container_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def divisor(
        self,
    ) -> typing.Optional["ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRefDivisor"]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRef#divisor
        '''
        result = self._values.get("divisor")
        return typing.cast(typing.Optional["ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRefDivisor"], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRef(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


class ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRefDivisor(
    metaclass=jsii.JSIIMeta,
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRefDivisor",
):
    '''
    :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRefDivisor
    '''

    @jsii.member(jsii_name="fromNumber")
    @builtins.classmethod
    def from_number(
        cls,
        value: jsii.Number,
    ) -> "ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRefDivisor":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__f104db9ed58feb7fef0132b6ab4d276bc6f2132fa496761d1783ca60c43359b9)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRefDivisor", jsii.sinvoke(cls, "fromNumber", [value]))

    @jsii.member(jsii_name="fromString")
    @builtins.classmethod
    def from_string(
        cls,
        value: builtins.str,
    ) -> "ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRefDivisor":
        '''
        :param value: -
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__f330280b8ba7b1ff8feb05598f8df0089fd69e2d601ea4408f58dab4cc8cd2f3)
            check_type(argname="argument value", value=value, expected_type=type_hints["value"])
        return typing.cast("ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRefDivisor", jsii.sinvoke(cls, "fromString", [value]))

    @builtins.property
    @jsii.member(jsii_name="value")
    def value(self) -> typing.Union[builtins.str, jsii.Number]:
        return typing.cast(typing.Union[builtins.str, jsii.Number], jsii.get(self, "value"))


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecVolumesProjectedSourcesSecret",
    jsii_struct_bases=[],
    name_mapping={"items": "items", "name": "name", "optional": "optional"},
)
class ServiceSpecTemplateSpecVolumesProjectedSourcesSecret:
    def __init__(
        self,
        *,
        items: typing.Optional[typing.Sequence[typing.Union["ServiceSpecTemplateSpecVolumesProjectedSourcesSecretItems", typing.Dict[builtins.str, typing.Any]]]] = None,
        name: typing.Optional[builtins.str] = None,
        optional: typing.Optional[builtins.bool] = None,
    ) -> None:
        '''
        :param items: 
        :param name: 
        :param optional: 

        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesSecret
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__8845a8f6ab8e257deb6454116805df6f3ba14d123399faa9cdbfec7fa682f587)
            check_type(argname="argument items", value=items, expected_type=type_hints["items"])
            check_type(argname="argument name", value=name, expected_type=type_hints["name"])
            check_type(argname="argument optional", value=optional, expected_type=type_hints["optional"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if items is not None:
            self._values["items"] = items
        if name is not None:
            self._values["name"] = name
        if optional is not None:
            self._values["optional"] = optional

    @builtins.property
    def items(
        self,
    ) -> typing.Optional[typing.List["ServiceSpecTemplateSpecVolumesProjectedSourcesSecretItems"]]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesSecret#items
        '''
        result = self._values.get("items")
        return typing.cast(typing.Optional[typing.List["ServiceSpecTemplateSpecVolumesProjectedSourcesSecretItems"]], result)

    @builtins.property
    def name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesSecret#name
        '''
        result = self._values.get("name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def optional(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesSecret#optional
        '''
        result = self._values.get("optional")
        return typing.cast(typing.Optional[builtins.bool], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecVolumesProjectedSourcesSecret(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecVolumesProjectedSourcesSecretItems",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "path": "path", "mode": "mode"},
)
class ServiceSpecTemplateSpecVolumesProjectedSourcesSecretItems:
    def __init__(
        self,
        *,
        key: builtins.str,
        path: builtins.str,
        mode: typing.Optional[jsii.Number] = None,
    ) -> None:
        '''
        :param key: 
        :param path: 
        :param mode: 

        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesSecretItems
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__488882ed86f0c06b55eeede1eafeab60c69ba5b13585cd61c3ae2059d66e9e1f)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument path", value=path, expected_type=type_hints["path"])
            check_type(argname="argument mode", value=mode, expected_type=type_hints["mode"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "path": path,
        }
        if mode is not None:
            self._values["mode"] = mode

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesSecretItems#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def path(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesSecretItems#path
        '''
        result = self._values.get("path")
        assert result is not None, "Required property 'path' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def mode(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesSecretItems#mode
        '''
        result = self._values.get("mode")
        return typing.cast(typing.Optional[jsii.Number], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecVolumesProjectedSourcesSecretItems(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecVolumesProjectedSourcesServiceAccountToken",
    jsii_struct_bases=[],
    name_mapping={
        "path": "path",
        "audience": "audience",
        "expiration_seconds": "expirationSeconds",
    },
)
class ServiceSpecTemplateSpecVolumesProjectedSourcesServiceAccountToken:
    def __init__(
        self,
        *,
        path: builtins.str,
        audience: typing.Optional[builtins.str] = None,
        expiration_seconds: typing.Optional[jsii.Number] = None,
    ) -> None:
        '''
        :param path: 
        :param audience: 
        :param expiration_seconds: 

        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesServiceAccountToken
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__c194e39ce874d1ab8e1c13fa840b604e951b9c2952010a6da71f9a6805acc6f6)
            check_type(argname="argument path", value=path, expected_type=type_hints["path"])
            check_type(argname="argument audience", value=audience, expected_type=type_hints["audience"])
            check_type(argname="argument expiration_seconds", value=expiration_seconds, expected_type=type_hints["expiration_seconds"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "path": path,
        }
        if audience is not None:
            self._values["audience"] = audience
        if expiration_seconds is not None:
            self._values["expiration_seconds"] = expiration_seconds

    @builtins.property
    def path(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesServiceAccountToken#path
        '''
        result = self._values.get("path")
        assert result is not None, "Required property 'path' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def audience(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesServiceAccountToken#audience
        '''
        result = self._values.get("audience")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def expiration_seconds(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesProjectedSourcesServiceAccountToken#expirationSeconds
        '''
        result = self._values.get("expiration_seconds")
        return typing.cast(typing.Optional[jsii.Number], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecVolumesProjectedSourcesServiceAccountToken(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecVolumesSecret",
    jsii_struct_bases=[],
    name_mapping={
        "default_mode": "defaultMode",
        "items": "items",
        "optional": "optional",
        "secret_name": "secretName",
    },
)
class ServiceSpecTemplateSpecVolumesSecret:
    def __init__(
        self,
        *,
        default_mode: typing.Optional[jsii.Number] = None,
        items: typing.Optional[typing.Sequence[typing.Union["ServiceSpecTemplateSpecVolumesSecretItems", typing.Dict[builtins.str, typing.Any]]]] = None,
        optional: typing.Optional[builtins.bool] = None,
        secret_name: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param default_mode: 
        :param items: 
        :param optional: 
        :param secret_name: 

        :schema: ServiceSpecTemplateSpecVolumesSecret
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__2a7fb9fd198560808c245028f7ee6187398bc9625b08e19c71aadff901ea107f)
            check_type(argname="argument default_mode", value=default_mode, expected_type=type_hints["default_mode"])
            check_type(argname="argument items", value=items, expected_type=type_hints["items"])
            check_type(argname="argument optional", value=optional, expected_type=type_hints["optional"])
            check_type(argname="argument secret_name", value=secret_name, expected_type=type_hints["secret_name"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if default_mode is not None:
            self._values["default_mode"] = default_mode
        if items is not None:
            self._values["items"] = items
        if optional is not None:
            self._values["optional"] = optional
        if secret_name is not None:
            self._values["secret_name"] = secret_name

    @builtins.property
    def default_mode(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesSecret#defaultMode
        '''
        result = self._values.get("default_mode")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def items(
        self,
    ) -> typing.Optional[typing.List["ServiceSpecTemplateSpecVolumesSecretItems"]]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesSecret#items
        '''
        result = self._values.get("items")
        return typing.cast(typing.Optional[typing.List["ServiceSpecTemplateSpecVolumesSecretItems"]], result)

    @builtins.property
    def optional(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesSecret#optional
        '''
        result = self._values.get("optional")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def secret_name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesSecret#secretName
        '''
        result = self._values.get("secret_name")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecVolumesSecret(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTemplateSpecVolumesSecretItems",
    jsii_struct_bases=[],
    name_mapping={"key": "key", "path": "path", "mode": "mode"},
)
class ServiceSpecTemplateSpecVolumesSecretItems:
    def __init__(
        self,
        *,
        key: builtins.str,
        path: builtins.str,
        mode: typing.Optional[jsii.Number] = None,
    ) -> None:
        '''
        :param key: 
        :param path: 
        :param mode: 

        :schema: ServiceSpecTemplateSpecVolumesSecretItems
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__f072887b834e89d6c737be75ddf746432f7ade9e0c8b67d74b2deffe3e2e041a)
            check_type(argname="argument key", value=key, expected_type=type_hints["key"])
            check_type(argname="argument path", value=path, expected_type=type_hints["path"])
            check_type(argname="argument mode", value=mode, expected_type=type_hints["mode"])
        self._values: typing.Dict[builtins.str, typing.Any] = {
            "key": key,
            "path": path,
        }
        if mode is not None:
            self._values["mode"] = mode

    @builtins.property
    def key(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecVolumesSecretItems#key
        '''
        result = self._values.get("key")
        assert result is not None, "Required property 'key' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def path(self) -> builtins.str:
        '''
        :schema: ServiceSpecTemplateSpecVolumesSecretItems#path
        '''
        result = self._values.get("path")
        assert result is not None, "Required property 'path' is missing"
        return typing.cast(builtins.str, result)

    @builtins.property
    def mode(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTemplateSpecVolumesSecretItems#mode
        '''
        result = self._values.get("mode")
        return typing.cast(typing.Optional[jsii.Number], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTemplateSpecVolumesSecretItems(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


@jsii.data_type(
    jsii_type="cdk8s_iter8_crds_devknativeserving.ServiceSpecTraffic",
    jsii_struct_bases=[],
    name_mapping={
        "configuration_name": "configurationName",
        "latest_revision": "latestRevision",
        "percent": "percent",
        "revision_name": "revisionName",
        "tag": "tag",
        "url": "url",
    },
)
class ServiceSpecTraffic:
    def __init__(
        self,
        *,
        configuration_name: typing.Optional[builtins.str] = None,
        latest_revision: typing.Optional[builtins.bool] = None,
        percent: typing.Optional[jsii.Number] = None,
        revision_name: typing.Optional[builtins.str] = None,
        tag: typing.Optional[builtins.str] = None,
        url: typing.Optional[builtins.str] = None,
    ) -> None:
        '''
        :param configuration_name: 
        :param latest_revision: 
        :param percent: 
        :param revision_name: 
        :param tag: 
        :param url: 

        :schema: ServiceSpecTraffic
        '''
        if __debug__:
            type_hints = cached_type_hints(_typecheckingstub__30c4a8305a9c2e1c6ace4392a20e08225278ecd3ba22d0e3b168eab8f4a5fc9b)
            check_type(argname="argument configuration_name", value=configuration_name, expected_type=type_hints["configuration_name"])
            check_type(argname="argument latest_revision", value=latest_revision, expected_type=type_hints["latest_revision"])
            check_type(argname="argument percent", value=percent, expected_type=type_hints["percent"])
            check_type(argname="argument revision_name", value=revision_name, expected_type=type_hints["revision_name"])
            check_type(argname="argument tag", value=tag, expected_type=type_hints["tag"])
            check_type(argname="argument url", value=url, expected_type=type_hints["url"])
        self._values: typing.Dict[builtins.str, typing.Any] = {}
        if configuration_name is not None:
            self._values["configuration_name"] = configuration_name
        if latest_revision is not None:
            self._values["latest_revision"] = latest_revision
        if percent is not None:
            self._values["percent"] = percent
        if revision_name is not None:
            self._values["revision_name"] = revision_name
        if tag is not None:
            self._values["tag"] = tag
        if url is not None:
            self._values["url"] = url

    @builtins.property
    def configuration_name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTraffic#configurationName
        '''
        result = self._values.get("configuration_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def latest_revision(self) -> typing.Optional[builtins.bool]:
        '''
        :schema: ServiceSpecTraffic#latestRevision
        '''
        result = self._values.get("latest_revision")
        return typing.cast(typing.Optional[builtins.bool], result)

    @builtins.property
    def percent(self) -> typing.Optional[jsii.Number]:
        '''
        :schema: ServiceSpecTraffic#percent
        '''
        result = self._values.get("percent")
        return typing.cast(typing.Optional[jsii.Number], result)

    @builtins.property
    def revision_name(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTraffic#revisionName
        '''
        result = self._values.get("revision_name")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def tag(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTraffic#tag
        '''
        result = self._values.get("tag")
        return typing.cast(typing.Optional[builtins.str], result)

    @builtins.property
    def url(self) -> typing.Optional[builtins.str]:
        '''
        :schema: ServiceSpecTraffic#url
        '''
        result = self._values.get("url")
        return typing.cast(typing.Optional[builtins.str], result)

    def __eq__(self, rhs: typing.Any) -> builtins.bool:
        return isinstance(rhs, self.__class__) and rhs._values == self._values

    def __ne__(self, rhs: typing.Any) -> builtins.bool:
        return not (rhs == self)

    def __repr__(self) -> str:
        return "ServiceSpecTraffic(%s)" % ", ".join(
            k + "=" + repr(v) for k, v in self._values.items()
        )


__all__ = [
    "Service",
    "ServiceProps",
    "ServiceSpec",
    "ServiceSpecTemplate",
    "ServiceSpecTemplateMetadata",
    "ServiceSpecTemplateSpec",
    "ServiceSpecTemplateSpecContainers",
    "ServiceSpecTemplateSpecContainersEnv",
    "ServiceSpecTemplateSpecContainersEnvFrom",
    "ServiceSpecTemplateSpecContainersEnvFromConfigMapRef",
    "ServiceSpecTemplateSpecContainersEnvFromSecretRef",
    "ServiceSpecTemplateSpecContainersEnvValueFrom",
    "ServiceSpecTemplateSpecContainersEnvValueFromConfigMapKeyRef",
    "ServiceSpecTemplateSpecContainersEnvValueFromSecretKeyRef",
    "ServiceSpecTemplateSpecContainersLivenessProbe",
    "ServiceSpecTemplateSpecContainersLivenessProbeExec",
    "ServiceSpecTemplateSpecContainersLivenessProbeGrpc",
    "ServiceSpecTemplateSpecContainersLivenessProbeHttpGet",
    "ServiceSpecTemplateSpecContainersLivenessProbeHttpGetHttpHeaders",
    "ServiceSpecTemplateSpecContainersLivenessProbeHttpGetPort",
    "ServiceSpecTemplateSpecContainersLivenessProbeTcpSocket",
    "ServiceSpecTemplateSpecContainersLivenessProbeTcpSocketPort",
    "ServiceSpecTemplateSpecContainersPorts",
    "ServiceSpecTemplateSpecContainersReadinessProbe",
    "ServiceSpecTemplateSpecContainersReadinessProbeExec",
    "ServiceSpecTemplateSpecContainersReadinessProbeGrpc",
    "ServiceSpecTemplateSpecContainersReadinessProbeHttpGet",
    "ServiceSpecTemplateSpecContainersReadinessProbeHttpGetHttpHeaders",
    "ServiceSpecTemplateSpecContainersReadinessProbeHttpGetPort",
    "ServiceSpecTemplateSpecContainersReadinessProbeTcpSocket",
    "ServiceSpecTemplateSpecContainersReadinessProbeTcpSocketPort",
    "ServiceSpecTemplateSpecContainersResources",
    "ServiceSpecTemplateSpecContainersResourcesLimits",
    "ServiceSpecTemplateSpecContainersResourcesRequests",
    "ServiceSpecTemplateSpecContainersSecurityContext",
    "ServiceSpecTemplateSpecContainersSecurityContextCapabilities",
    "ServiceSpecTemplateSpecContainersSecurityContextSeccompProfile",
    "ServiceSpecTemplateSpecContainersStartupProbe",
    "ServiceSpecTemplateSpecContainersStartupProbeExec",
    "ServiceSpecTemplateSpecContainersStartupProbeGrpc",
    "ServiceSpecTemplateSpecContainersStartupProbeHttpGet",
    "ServiceSpecTemplateSpecContainersStartupProbeHttpGetHttpHeaders",
    "ServiceSpecTemplateSpecContainersStartupProbeHttpGetPort",
    "ServiceSpecTemplateSpecContainersStartupProbeTcpSocket",
    "ServiceSpecTemplateSpecContainersStartupProbeTcpSocketPort",
    "ServiceSpecTemplateSpecContainersVolumeMounts",
    "ServiceSpecTemplateSpecImagePullSecrets",
    "ServiceSpecTemplateSpecVolumes",
    "ServiceSpecTemplateSpecVolumesConfigMap",
    "ServiceSpecTemplateSpecVolumesConfigMapItems",
    "ServiceSpecTemplateSpecVolumesProjected",
    "ServiceSpecTemplateSpecVolumesProjectedSources",
    "ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMap",
    "ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMapItems",
    "ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApi",
    "ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItems",
    "ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsFieldRef",
    "ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRef",
    "ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRefDivisor",
    "ServiceSpecTemplateSpecVolumesProjectedSourcesSecret",
    "ServiceSpecTemplateSpecVolumesProjectedSourcesSecretItems",
    "ServiceSpecTemplateSpecVolumesProjectedSourcesServiceAccountToken",
    "ServiceSpecTemplateSpecVolumesSecret",
    "ServiceSpecTemplateSpecVolumesSecretItems",
    "ServiceSpecTraffic",
]

publication.publish()

def _typecheckingstub__a8f84e32d390c1a52442d12b441de1a8dda636949b6730305952dd578242d839(
    scope: _constructs_77d1e7e8.Construct,
    id: builtins.str,
    *,
    spec: typing.Union[ServiceSpec, typing.Dict[builtins.str, typing.Any]],
    metadata: typing.Optional[typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__b39bab51e2e496ea6f2f762b0fa6ee5fbf2effce07c116ab8ca637a01cc8748c(
    *,
    spec: typing.Union[ServiceSpec, typing.Dict[builtins.str, typing.Any]],
    metadata: typing.Optional[typing.Union[_cdk8s_d3d9af27.ApiObjectMetadata, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__89404bb8daf44c0e649746d5deb4363b55d33771cb30b188646adb856911e072(
    *,
    template: typing.Optional[typing.Union[ServiceSpecTemplate, typing.Dict[builtins.str, typing.Any]]] = None,
    traffic: typing.Optional[typing.Sequence[typing.Union[ServiceSpecTraffic, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__3f31129778de994126e7d0dc51a88d397985d85eecec506ebdc15a61c33db81e(
    *,
    metadata: typing.Optional[typing.Union[ServiceSpecTemplateMetadata, typing.Dict[builtins.str, typing.Any]]] = None,
    spec: typing.Optional[typing.Union[ServiceSpecTemplateSpec, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__cd6f8c45e39c448092e3a5a0f8065bc857c79517c686a815cf2d9f55b04b306d(
    *,
    annotations: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    finalizers: typing.Optional[typing.Sequence[builtins.str]] = None,
    labels: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    name: typing.Optional[builtins.str] = None,
    namespace: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__948720fd59386adbfad4581970ae996a6f0f323d79e7d295aafe6b328828c72f(
    *,
    containers: typing.Sequence[typing.Union[ServiceSpecTemplateSpecContainers, typing.Dict[builtins.str, typing.Any]]],
    affinity: typing.Any = None,
    automount_service_account_token: typing.Optional[builtins.bool] = None,
    container_concurrency: typing.Optional[jsii.Number] = None,
    dns_config: typing.Any = None,
    dns_policy: typing.Optional[builtins.str] = None,
    enable_service_links: typing.Optional[builtins.bool] = None,
    host_aliases: typing.Optional[typing.Sequence[typing.Any]] = None,
    host_ipc: typing.Optional[builtins.bool] = None,
    host_network: typing.Optional[builtins.bool] = None,
    host_pid: typing.Optional[builtins.bool] = None,
    idle_timeout_seconds: typing.Optional[jsii.Number] = None,
    image_pull_secrets: typing.Optional[typing.Sequence[typing.Union[ServiceSpecTemplateSpecImagePullSecrets, typing.Dict[builtins.str, typing.Any]]]] = None,
    init_containers: typing.Optional[typing.Sequence[typing.Any]] = None,
    node_selector: typing.Optional[typing.Mapping[builtins.str, builtins.str]] = None,
    priority_class_name: typing.Optional[builtins.str] = None,
    response_start_timeout_seconds: typing.Optional[jsii.Number] = None,
    runtime_class_name: typing.Optional[builtins.str] = None,
    scheduler_name: typing.Optional[builtins.str] = None,
    security_context: typing.Any = None,
    service_account_name: typing.Optional[builtins.str] = None,
    share_process_namespace: typing.Optional[builtins.bool] = None,
    timeout_seconds: typing.Optional[jsii.Number] = None,
    tolerations: typing.Optional[typing.Sequence[typing.Any]] = None,
    topology_spread_constraints: typing.Optional[typing.Sequence[typing.Any]] = None,
    volumes: typing.Optional[typing.Sequence[typing.Union[ServiceSpecTemplateSpecVolumes, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__ab32e97780f0960624576e1519d28b2e8f933bd1f50093097b31a43c5a0b7cb9(
    *,
    args: typing.Optional[typing.Sequence[builtins.str]] = None,
    command: typing.Optional[typing.Sequence[builtins.str]] = None,
    env: typing.Optional[typing.Sequence[typing.Union[ServiceSpecTemplateSpecContainersEnv, typing.Dict[builtins.str, typing.Any]]]] = None,
    env_from: typing.Optional[typing.Sequence[typing.Union[ServiceSpecTemplateSpecContainersEnvFrom, typing.Dict[builtins.str, typing.Any]]]] = None,
    image: typing.Optional[builtins.str] = None,
    image_pull_policy: typing.Optional[builtins.str] = None,
    liveness_probe: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersLivenessProbe, typing.Dict[builtins.str, typing.Any]]] = None,
    name: typing.Optional[builtins.str] = None,
    ports: typing.Optional[typing.Sequence[typing.Union[ServiceSpecTemplateSpecContainersPorts, typing.Dict[builtins.str, typing.Any]]]] = None,
    readiness_probe: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersReadinessProbe, typing.Dict[builtins.str, typing.Any]]] = None,
    resources: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersResources, typing.Dict[builtins.str, typing.Any]]] = None,
    security_context: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersSecurityContext, typing.Dict[builtins.str, typing.Any]]] = None,
    startup_probe: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersStartupProbe, typing.Dict[builtins.str, typing.Any]]] = None,
    termination_message_path: typing.Optional[builtins.str] = None,
    termination_message_policy: typing.Optional[builtins.str] = None,
    volume_mounts: typing.Optional[typing.Sequence[typing.Union[ServiceSpecTemplateSpecContainersVolumeMounts, typing.Dict[builtins.str, typing.Any]]]] = None,
    working_dir: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__8e2769e7d7b89416dc51c4151953d7c68bb3b47fc04253c57daf8932bd9a084b(
    *,
    name: builtins.str,
    value: typing.Optional[builtins.str] = None,
    value_from: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersEnvValueFrom, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__1c1fa7f4d8b8905f90a393412086c107e3e095316d869277bf176dba082f2825(
    *,
    config_map_ref: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersEnvFromConfigMapRef, typing.Dict[builtins.str, typing.Any]]] = None,
    prefix: typing.Optional[builtins.str] = None,
    secret_ref: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersEnvFromSecretRef, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__aba3677273a6a0a6f7248e7c65e1b88c7fe8a93e8a1686590313fdf3fd90566c(
    *,
    name: typing.Optional[builtins.str] = None,
    optional: typing.Optional[builtins.bool] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__aefe621d9823d01872f26b96946bd20ebe82eb9e72de74dd6753b5b5f7072d21(
    *,
    name: typing.Optional[builtins.str] = None,
    optional: typing.Optional[builtins.bool] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__c96bcbe0bdef9194229e78b74ebb91c09f750e5aaef913aeaec59132801386a9(
    *,
    config_map_key_ref: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersEnvValueFromConfigMapKeyRef, typing.Dict[builtins.str, typing.Any]]] = None,
    field_ref: typing.Any = None,
    resource_field_ref: typing.Any = None,
    secret_key_ref: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersEnvValueFromSecretKeyRef, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__adefe0b63c877fd395bae3351840c51fb97c6c4b39b0077d4898d8117788af93(
    *,
    key: builtins.str,
    name: typing.Optional[builtins.str] = None,
    optional: typing.Optional[builtins.bool] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__275a29cb517a93af1be986316078b7b48b3445ff1f775a157deb81842da0ed0a(
    *,
    key: builtins.str,
    name: typing.Optional[builtins.str] = None,
    optional: typing.Optional[builtins.bool] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__4449bad84a6cac341b40e2a886382b13741c575f66148ae1a84c5a42db97ea27(
    *,
    exec: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersLivenessProbeExec, typing.Dict[builtins.str, typing.Any]]] = None,
    failure_threshold: typing.Optional[jsii.Number] = None,
    grpc: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersLivenessProbeGrpc, typing.Dict[builtins.str, typing.Any]]] = None,
    http_get: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersLivenessProbeHttpGet, typing.Dict[builtins.str, typing.Any]]] = None,
    initial_delay_seconds: typing.Optional[jsii.Number] = None,
    period_seconds: typing.Optional[jsii.Number] = None,
    success_threshold: typing.Optional[jsii.Number] = None,
    tcp_socket: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersLivenessProbeTcpSocket, typing.Dict[builtins.str, typing.Any]]] = None,
    timeout_seconds: typing.Optional[jsii.Number] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__fca56ce575c00833fc5323ddb0b8a4428ee4280098f9da3697cf7b61c8654df3(
    *,
    command: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__fd36eaf85cc9a66f9fb6dddf4e232ac32a44c37e0b43f56c183e217ef020afd4(
    *,
    port: typing.Optional[jsii.Number] = None,
    service: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__84ff695311dfcf217a75dc47f593dc7cb0a8235d39890f5f1eb4ab968be4e60d(
    *,
    host: typing.Optional[builtins.str] = None,
    http_headers: typing.Optional[typing.Sequence[typing.Union[ServiceSpecTemplateSpecContainersLivenessProbeHttpGetHttpHeaders, typing.Dict[builtins.str, typing.Any]]]] = None,
    path: typing.Optional[builtins.str] = None,
    port: typing.Optional[ServiceSpecTemplateSpecContainersLivenessProbeHttpGetPort] = None,
    scheme: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__5e888f4e0136cc74fc25b4cd52ce1a020ede36f8abb141cd279f32b010d48f23(
    *,
    name: builtins.str,
    value: builtins.str,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__b96c0b692fa5c7a1e9b8fc6e014686c5176034d4b695bb003bd0463a2441dd46(
    value: jsii.Number,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__15a008ff9485ae5d34953713a0a02ddf8f0a763a628555df8c23703509f091d9(
    value: builtins.str,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__e839f2ed102d1950f22815f01fdfb8ed9f97d5dfd4e526f8d0681fd71cf40650(
    *,
    host: typing.Optional[builtins.str] = None,
    port: typing.Optional[ServiceSpecTemplateSpecContainersLivenessProbeTcpSocketPort] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__67959da561446a66fe7cd99662dbd04f4a37af93eab8bd14d92f51885b896525(
    value: jsii.Number,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__df5da4da9fb1c83f656fa7356ef6c64f637b8d82f2926b4bf50d97309b9df14f(
    value: builtins.str,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__085429f2411aa181bd84dffac9a8e45cfba8e1094095d47dc51dec023519ffe1(
    *,
    container_port: typing.Optional[jsii.Number] = None,
    name: typing.Optional[builtins.str] = None,
    protocol: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__4a31946965a3033b1d86a3a38f1b8b650eea1c11d186610de6a1ff8e906176a4(
    *,
    exec: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersReadinessProbeExec, typing.Dict[builtins.str, typing.Any]]] = None,
    failure_threshold: typing.Optional[jsii.Number] = None,
    grpc: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersReadinessProbeGrpc, typing.Dict[builtins.str, typing.Any]]] = None,
    http_get: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersReadinessProbeHttpGet, typing.Dict[builtins.str, typing.Any]]] = None,
    initial_delay_seconds: typing.Optional[jsii.Number] = None,
    period_seconds: typing.Optional[jsii.Number] = None,
    success_threshold: typing.Optional[jsii.Number] = None,
    tcp_socket: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersReadinessProbeTcpSocket, typing.Dict[builtins.str, typing.Any]]] = None,
    timeout_seconds: typing.Optional[jsii.Number] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__8e123381d5637d7975f8bd106032963c45499a07e5f69317ab7520a604a5cf27(
    *,
    command: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__45d0848a6a6928f64d6967d5a5b2b4a7e8664ea9efd09bda8b61ffa0016c2b19(
    *,
    port: typing.Optional[jsii.Number] = None,
    service: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__53913d24b58cd62fb8d78bd1e71c4012af4019c7caafedffa2fc79c4be0d8b6b(
    *,
    host: typing.Optional[builtins.str] = None,
    http_headers: typing.Optional[typing.Sequence[typing.Union[ServiceSpecTemplateSpecContainersReadinessProbeHttpGetHttpHeaders, typing.Dict[builtins.str, typing.Any]]]] = None,
    path: typing.Optional[builtins.str] = None,
    port: typing.Optional[ServiceSpecTemplateSpecContainersReadinessProbeHttpGetPort] = None,
    scheme: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__e9fc5bef50bf7a5f69875ee74c7e344f3e23bc080554d6d67130053b76eee3cb(
    *,
    name: builtins.str,
    value: builtins.str,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__4fb858ed6a980f615126a3c855a8615ae4af1c073db8c239f3960e64e198a13d(
    value: jsii.Number,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__7d9312fc726b2dbd0ba0d45fa51dbd287586ddab67e1e6ad9177d4efd594612c(
    value: builtins.str,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__223e37a480c21a7f13109c9689e57ae38258c3dd3bff4edb999a74388e870ece(
    *,
    host: typing.Optional[builtins.str] = None,
    port: typing.Optional[ServiceSpecTemplateSpecContainersReadinessProbeTcpSocketPort] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__0916d4714fe8e01a71e59e1c9178f4cb8e2d8831aaa165c2c1752bc3ddcf323d(
    value: jsii.Number,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__7753ff46dad115563065c4a8b981b8ebe36cd7961d3405ca031555e1fa48ed70(
    value: builtins.str,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__b6f35adb923702f94a0465b5b8f3d30311cb31b647d3d03944627041675076a8(
    *,
    limits: typing.Optional[typing.Mapping[builtins.str, ServiceSpecTemplateSpecContainersResourcesLimits]] = None,
    requests: typing.Optional[typing.Mapping[builtins.str, ServiceSpecTemplateSpecContainersResourcesRequests]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__9d570559defdb7e35a5aef0dbc09e3bdb0004b866349216c96e4c05953cdb150(
    value: jsii.Number,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__a30d649ec6a732c32cf0219b1c6dceab6c83ee79ef4cdfcd349dfb1b0c3bde1d(
    value: builtins.str,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__a6aa26e1b338eef51a489b6466dd64ac8e3b2604d5aabe336afdb6251a67a7d7(
    value: jsii.Number,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__bc90c22a7276bc4e34741b985afc93afe57a31a7242ab8bb341ac548dd2c1460(
    value: builtins.str,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__0bb019d4fe104618885421e469b6409032a5305a0681e1fbfb53ef0652b36613(
    *,
    allow_privilege_escalation: typing.Optional[builtins.bool] = None,
    capabilities: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersSecurityContextCapabilities, typing.Dict[builtins.str, typing.Any]]] = None,
    privileged: typing.Optional[builtins.bool] = None,
    read_only_root_filesystem: typing.Optional[builtins.bool] = None,
    run_as_group: typing.Optional[jsii.Number] = None,
    run_as_non_root: typing.Optional[builtins.bool] = None,
    run_as_user: typing.Optional[jsii.Number] = None,
    seccomp_profile: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersSecurityContextSeccompProfile, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__824a7e2562f066c2ef10d9bf9f031405e8ec5832c8bbe31dbaadd62fa68f4088(
    *,
    add: typing.Optional[typing.Sequence[builtins.str]] = None,
    drop: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__cd5474edb1095dcda885da4f916aba12ad969419c737dd9bee175d3f40a0fa15(
    *,
    type: builtins.str,
    localhost_profile: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__6d6811d739f20d5bc6bd7f286d8eb29dc18f8afe7f58f715b39168eef0ca2d69(
    *,
    exec: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersStartupProbeExec, typing.Dict[builtins.str, typing.Any]]] = None,
    failure_threshold: typing.Optional[jsii.Number] = None,
    grpc: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersStartupProbeGrpc, typing.Dict[builtins.str, typing.Any]]] = None,
    http_get: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersStartupProbeHttpGet, typing.Dict[builtins.str, typing.Any]]] = None,
    initial_delay_seconds: typing.Optional[jsii.Number] = None,
    period_seconds: typing.Optional[jsii.Number] = None,
    success_threshold: typing.Optional[jsii.Number] = None,
    tcp_socket: typing.Optional[typing.Union[ServiceSpecTemplateSpecContainersStartupProbeTcpSocket, typing.Dict[builtins.str, typing.Any]]] = None,
    timeout_seconds: typing.Optional[jsii.Number] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__fe46458cdc62cf4272f868f27ff972157d8a5e83297a86cab3117f13bfc1822d(
    *,
    command: typing.Optional[typing.Sequence[builtins.str]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f1f39e1834ba1f72f77c998b905db8549865c5c359b273322f3115a0b6dd8a11(
    *,
    port: typing.Optional[jsii.Number] = None,
    service: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__3a32ba4bae4d88175252c2c2e6fe68ccd2423694faca608c5162461ebd66fc95(
    *,
    host: typing.Optional[builtins.str] = None,
    http_headers: typing.Optional[typing.Sequence[typing.Union[ServiceSpecTemplateSpecContainersStartupProbeHttpGetHttpHeaders, typing.Dict[builtins.str, typing.Any]]]] = None,
    path: typing.Optional[builtins.str] = None,
    port: typing.Optional[ServiceSpecTemplateSpecContainersStartupProbeHttpGetPort] = None,
    scheme: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__b6bfdc4ff850016fe4e1ee9d3d71bcb2ce22910d79809e5a087b48f9786fae61(
    *,
    name: builtins.str,
    value: builtins.str,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__faffee5b8d344b25c69bd9d4027ac3aef72fafd13d66d73faa9b83b95d00b8cc(
    value: jsii.Number,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__944f7cde339b3e933f8577ea2142a6de54de1db4041e9a8a87a5162b90e61362(
    value: builtins.str,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__8e33df0135375590b59c29b9a6c7ce4e62ae355d8c85c2d2418f119bff8aca78(
    *,
    host: typing.Optional[builtins.str] = None,
    port: typing.Optional[ServiceSpecTemplateSpecContainersStartupProbeTcpSocketPort] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__e76b012cd5cfb4c9d27bfc4bb9bf9221dba575dedcf33b6e2f838bd22eecb70d(
    value: jsii.Number,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__43421d605a9bdcb1317cfda620af3c087f875d9478fe0414d8c700f32d6cb75a(
    value: builtins.str,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f734cce8c615ae2f6995e6a51091ef6c88ffadefc728d56c8c6f2e62bd42298b(
    *,
    mount_path: builtins.str,
    name: builtins.str,
    mount_propagation: typing.Optional[builtins.str] = None,
    read_only: typing.Optional[builtins.bool] = None,
    sub_path: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__52416323806a4a1387ba699a94ca85410da7c9873e254082560f94f216638a70(
    *,
    name: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f97e84d4c8b0ee87b031e6839eca92ea36e7d7ff98be20b71d72a800195cc983(
    *,
    name: builtins.str,
    config_map: typing.Optional[typing.Union[ServiceSpecTemplateSpecVolumesConfigMap, typing.Dict[builtins.str, typing.Any]]] = None,
    csi: typing.Any = None,
    empty_dir: typing.Any = None,
    ephemeral: typing.Any = None,
    host_path: typing.Any = None,
    image: typing.Any = None,
    persistent_volume_claim: typing.Any = None,
    projected: typing.Optional[typing.Union[ServiceSpecTemplateSpecVolumesProjected, typing.Dict[builtins.str, typing.Any]]] = None,
    secret: typing.Optional[typing.Union[ServiceSpecTemplateSpecVolumesSecret, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__732af24b8a08bae09464f1a68b91748dbba855aa168b167a62395646d1ccb979(
    *,
    default_mode: typing.Optional[jsii.Number] = None,
    items: typing.Optional[typing.Sequence[typing.Union[ServiceSpecTemplateSpecVolumesConfigMapItems, typing.Dict[builtins.str, typing.Any]]]] = None,
    name: typing.Optional[builtins.str] = None,
    optional: typing.Optional[builtins.bool] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__85a87a0a735509fc524fb7c14f02c84c52635ff8937e85cdaa9b204ab8c9b392(
    *,
    key: builtins.str,
    path: builtins.str,
    mode: typing.Optional[jsii.Number] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__46de03ad18a5b1a35b5bdbf03e8bdd877caab582a6fa04eb3649c7af4de2ee36(
    *,
    default_mode: typing.Optional[jsii.Number] = None,
    sources: typing.Optional[typing.Sequence[typing.Union[ServiceSpecTemplateSpecVolumesProjectedSources, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__dea662443dd7622fbd7a18e21388925e047424f0b3a97b93558fc5977deb9374(
    *,
    config_map: typing.Optional[typing.Union[ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMap, typing.Dict[builtins.str, typing.Any]]] = None,
    downward_api: typing.Optional[typing.Union[ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApi, typing.Dict[builtins.str, typing.Any]]] = None,
    secret: typing.Optional[typing.Union[ServiceSpecTemplateSpecVolumesProjectedSourcesSecret, typing.Dict[builtins.str, typing.Any]]] = None,
    service_account_token: typing.Optional[typing.Union[ServiceSpecTemplateSpecVolumesProjectedSourcesServiceAccountToken, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__4dcf4d6f0af834f4e5b199dc129b82787c2c51b4d2f2cc38060321f2e19c4673(
    *,
    items: typing.Optional[typing.Sequence[typing.Union[ServiceSpecTemplateSpecVolumesProjectedSourcesConfigMapItems, typing.Dict[builtins.str, typing.Any]]]] = None,
    name: typing.Optional[builtins.str] = None,
    optional: typing.Optional[builtins.bool] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__c81ac62b4cd53cf5b51beb6ffb2d6662bc5a7bd0349ab989cb7689c4d28878f8(
    *,
    key: builtins.str,
    path: builtins.str,
    mode: typing.Optional[jsii.Number] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__12836840725535d9842d6677c48f5527a5d94bc0cb81efaa55fceb5dc5626916(
    *,
    items: typing.Optional[typing.Sequence[typing.Union[ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItems, typing.Dict[builtins.str, typing.Any]]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__261ec9937a4c6c2d4baf142047a0b86454bd79fdfa060c11ba38a80766702c81(
    *,
    path: builtins.str,
    field_ref: typing.Optional[typing.Union[ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsFieldRef, typing.Dict[builtins.str, typing.Any]]] = None,
    mode: typing.Optional[jsii.Number] = None,
    resource_field_ref: typing.Optional[typing.Union[ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRef, typing.Dict[builtins.str, typing.Any]]] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__c6bba7e44c2f14705e1e29175af8e36087c71d34efbfeef9d20f456b7aae32f6(
    *,
    field_path: builtins.str,
    api_version: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__abf025ba1c5fa06fc7d0ce5f738126e8a99db44ba872c60ad551b69cc3d254a9(
    *,
    resource: builtins.str,
    container_name: typing.Optional[builtins.str] = None,
    divisor: typing.Optional[ServiceSpecTemplateSpecVolumesProjectedSourcesDownwardApiItemsResourceFieldRefDivisor] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f104db9ed58feb7fef0132b6ab4d276bc6f2132fa496761d1783ca60c43359b9(
    value: jsii.Number,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f330280b8ba7b1ff8feb05598f8df0089fd69e2d601ea4408f58dab4cc8cd2f3(
    value: builtins.str,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__8845a8f6ab8e257deb6454116805df6f3ba14d123399faa9cdbfec7fa682f587(
    *,
    items: typing.Optional[typing.Sequence[typing.Union[ServiceSpecTemplateSpecVolumesProjectedSourcesSecretItems, typing.Dict[builtins.str, typing.Any]]]] = None,
    name: typing.Optional[builtins.str] = None,
    optional: typing.Optional[builtins.bool] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__488882ed86f0c06b55eeede1eafeab60c69ba5b13585cd61c3ae2059d66e9e1f(
    *,
    key: builtins.str,
    path: builtins.str,
    mode: typing.Optional[jsii.Number] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__c194e39ce874d1ab8e1c13fa840b604e951b9c2952010a6da71f9a6805acc6f6(
    *,
    path: builtins.str,
    audience: typing.Optional[builtins.str] = None,
    expiration_seconds: typing.Optional[jsii.Number] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__2a7fb9fd198560808c245028f7ee6187398bc9625b08e19c71aadff901ea107f(
    *,
    default_mode: typing.Optional[jsii.Number] = None,
    items: typing.Optional[typing.Sequence[typing.Union[ServiceSpecTemplateSpecVolumesSecretItems, typing.Dict[builtins.str, typing.Any]]]] = None,
    optional: typing.Optional[builtins.bool] = None,
    secret_name: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__f072887b834e89d6c737be75ddf746432f7ade9e0c8b67d74b2deffe3e2e041a(
    *,
    key: builtins.str,
    path: builtins.str,
    mode: typing.Optional[jsii.Number] = None,
) -> None:
    """Type checking stubs"""
    pass

def _typecheckingstub__30c4a8305a9c2e1c6ace4392a20e08225278ecd3ba22d0e3b168eab8f4a5fc9b(
    *,
    configuration_name: typing.Optional[builtins.str] = None,
    latest_revision: typing.Optional[builtins.bool] = None,
    percent: typing.Optional[jsii.Number] = None,
    revision_name: typing.Optional[builtins.str] = None,
    tag: typing.Optional[builtins.str] = None,
    url: typing.Optional[builtins.str] = None,
) -> None:
    """Type checking stubs"""
    pass
