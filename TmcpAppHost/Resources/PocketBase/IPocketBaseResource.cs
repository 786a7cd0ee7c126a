namespace Tmcp.AppHost.PocketBase;

/// <summary>PocketBase in any backing: what the services that use it need to know.</summary>
internal interface IPocketBaseResource : IResourceWithEnvironment, IResourceWithServiceDiscovery, IResourceWithWaitSupport
{
    /// <summary>Name of the one endpoint.</summary>
    const string EndpointName = "http";

    /// <summary>E-mail of the superuser.</summary>
    ParameterResource AdminEmail { get; }

    /// <summary>Password of the superuser.</summary>
    ParameterResource AdminPassword { get; }
}
