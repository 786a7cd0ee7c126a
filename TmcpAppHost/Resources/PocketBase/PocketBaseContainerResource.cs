namespace Tmcp.AppHost.PocketBase;

/// <summary>PocketBase in the image that the cluster runs.</summary>
internal sealed class PocketBaseContainerResource(string name, ParameterResource adminEmail, ParameterResource adminPassword)
    : ContainerResource(name), IPocketBaseResource
{
    public ParameterResource AdminEmail { get; } = adminEmail;

    public ParameterResource AdminPassword { get; } = adminPassword;
}
