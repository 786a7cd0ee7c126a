namespace Aspire.Hosting.ApplicationModel;

/// <summary>Which variables a reference writes.</summary>
[Flags]
public enum ReferenceEnvironmentInjectionFlags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><c>ConnectionStrings__name</c>.</summary>
    ConnectionString = 1,

    /// <summary><c>NAME_PROPERTY</c> for each connection property.</summary>
    ConnectionProperties = 2,

    /// <summary><c>services__name__scheme__0</c> for each endpoint.</summary>
    ServiceDiscovery = 4,

    /// <summary><c>NAME_ENDPOINT</c> for each endpoint.</summary>
    Endpoints = 8,

    /// <summary>All of them.</summary>
    All = ConnectionString | ConnectionProperties | ServiceDiscovery | Endpoints,
}
