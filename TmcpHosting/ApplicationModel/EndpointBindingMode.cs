namespace Aspire.Hosting.ApplicationModel;

/// <summary>The addresses an endpoint is bound to.</summary>
public enum EndpointBindingMode
{
    /// <summary>One address.</summary>
    SingleAddress = 0,

    /// <summary>Every address of the machine.</summary>
    DualStackAnyAddresses = 1,

    /// <summary>Every IPv4 address of the machine.</summary>
    IPv4AnyAddresses = 2,

    /// <summary>Every IPv6 address of the machine.</summary>
    IPv6AnyAddresses = 3,
}
