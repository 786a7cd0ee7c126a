namespace Aspire.Hosting.ApplicationModel;

/// <summary>Whether endpoints of the resource may have a proxy in front.</summary>
public sealed class ProxySupportAnnotation : IResourceAnnotation
{
    /// <summary>Whether they may.</summary>
    public required bool ProxyEnabled { get; set; }
}
