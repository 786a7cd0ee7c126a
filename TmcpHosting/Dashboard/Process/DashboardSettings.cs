namespace Aspire.Hosting.Dashboard.Process;

/// <summary>Addresses and secrets of one run of the dashboard.</summary>
internal sealed record DashboardSettings
{
    /// <summary>Title of its pages.</summary>
    public required string ApplicationName { get; init; }

    /// <summary>Where its pages are; the first one is what people are told.</summary>
    public required IReadOnlyList<DashboardAddress> Frontend { get; init; }

    /// <summary>Receives telemetry by gRPC. Not shared with the pages: without TLS such a port speaks HTTP/2 only, which no browser does.</summary>
    public required DashboardAddress OtlpGrpc { get; init; }

    /// <summary>Receives telemetry by HTTP.</summary>
    public required DashboardAddress OtlpHttp { get; init; }

    /// <summary>Port of our resource service; 0 takes a free one.</summary>
    public required int ResourceServicePort { get; init; }

    /// <summary>What one signs in with.</summary>
    public required string BrowserToken { get; init; }

    /// <summary>What senders of telemetry prove themselves with.</summary>
    public required string OtlpApiKey { get; init; }

    /// <summary>What the dashboard proves itself with to us.</summary>
    public required string ResourceServiceApiKey { get; init; }

    /// <summary>No sign-in, and telemetry from anybody.</summary>
    public required bool AllowsAnonymous { get; init; }

    /// <summary>Settings of the dashboard's own, given to the AppHost under the dashboard's names.</summary>
    public required IReadOnlyDictionary<string, string> PassedOn { get; init; }

    /// <summary>The address that signs a browser in.</summary>
    public Uri LoginUrl => AllowsAnonymous ? Frontend[0].Url : new Uri(Frontend[0].Url, $"login?t={Uri.EscapeDataString(BrowserToken)}");
}
