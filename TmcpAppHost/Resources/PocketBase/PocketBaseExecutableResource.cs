namespace Tmcp.AppHost.PocketBase;

/// <summary>PocketBase's own program on this machine.</summary>
internal sealed class PocketBaseExecutableResource(
    string name, string command, string workingDirectory, ParameterResource adminEmail, ParameterResource adminPassword)
    : ExecutableResource(name, command, workingDirectory), IPocketBaseResource
{
    public ParameterResource AdminEmail { get; } = adminEmail;

    public ParameterResource AdminPassword { get; } = adminPassword;
}
