from cdk8s_iter8.controller.permission import Permission, merged


def test_two_permissions_for_one_resource_become_one() -> None:
    patch, read = Permission("apps", "deployments", ("patch",)), Permission("apps", "deployments", ("list", "get"))
    assert merged([patch, Permission("", "pods", ("get",)), read]) == (
        Permission("apps", "deployments", ("get", "list", "patch")),
        Permission("", "pods", ("get",)),
    )


def test_a_permission_for_one_object_is_not_one_for_all() -> None:
    one, every = Permission("", "pods", ("get",), ("a",)), Permission("", "pods", ("list",))
    assert merged([one, every]) == (one, every)
