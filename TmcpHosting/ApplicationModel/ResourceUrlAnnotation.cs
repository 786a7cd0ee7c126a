using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A URL shown with the resource.</summary>
[DebuggerDisplay("{Url}")]
public sealed class ResourceUrlAnnotation : IResourceAnnotation
{
    /// <summary>The URL; a relative one is completed by the address of <see cref="Endpoint"/>.</summary>
    public required string Url { get; set; }

    /// <summary>The text of the link; null shows the URL.</summary>
    public string? DisplayText { get; set; }

    /// <summary>The endpoint it leads to, if any.</summary>
    public EndpointReference? Endpoint { get; init; }

    /// <summary>Where the dashboard shows it.</summary>
    public UrlDisplayLocation DisplayLocation { get; set; } = UrlDisplayLocation.SummaryAndDetails;

    internal bool IsInternal { get; init; }
}
