using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Tmcp.Bridge.Configuration;

/// <summary>How the bridge treats its callers. Section <c>Bridge</c>.</summary>
internal sealed class BridgeOptions
{
    public const string Section = "Bridge";

    /// <summary>What a call without a PocketBase token may do.</summary>
    [EnumDataType(typeof(AnonymousCallers))]
    public AnonymousCallers AnonymousCallers { get; init; } = AnonymousCallers.Refuse;

    /// <summary>
    /// Host names that the MCP routes answer to, beside loopback and <c>*.localhost</c>. No port; <c>*</c> stands for one label. What
    /// the configuration names is added to the defaults, which are the names of the bridge's service inside the cluster. They all end
    /// in something that nobody can register: a page of another site could point its own name at the bridge.
    /// </summary>
    public IList<string> AllowedHosts { get; init; } =
        ["bridge", "bridge-service", "bridge-service.*.svc", "bridge-service.*.svc.cluster.local"];

    /// <summary>Origins of browser pages that may call, as <c>https://host[:port]</c>, beside pages of loopback.</summary>
    public IList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Open SSE sessions at most; one more is answered with 503. 1 to 10000.</summary>
    [Range(1, 10_000)]
    public int MaxSessions { get; init; } = 256;

    /// <summary>An SSE session without a message from its client for this long is closed. 1 s to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan SessionIdleTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Pause between the comments that keep a quiet SSE stream open through proxies. 1 s to 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Largest request body. PocketBase's own limit of an editor field is 5 MB. 1 KiB to 64 MiB.</summary>
    [Range(1_024, 64 * 1_024 * 1_024)]
    public int MaxRequestBytes { get; init; } = 8 * 1_024 * 1_024;

    /// <summary>Largest text of one result; more is cut and says so. 1 KiB to 16 MiB.</summary>
    [Range(1_024, 16 * 1_024 * 1_024)]
    public int MaxResultBytes { get; init; } = 256 * 1_024;

    /// <summary>
    /// Calls of one tool, or reads of one kind of resource, by one account within a minute; one more gets an error text. Superusers and callers
    /// without a token are not counted. 0 for no limit, to 10,000,000.
    /// </summary>
    [Range(0, 10_000_000)]
    public int CallsPerMinute { get; init; } = 1_200;

    /// <summary>How long collection definitions are used again, over a restart too when there is a Redis. 0 to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan SchemaLifetime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a token that PocketBase accepted is taken for good without asking again. 0 to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan TokenCheckLifetime { get; init; } = TimeSpan.FromMinutes(5);
}

[OptionsValidator]
internal sealed partial class ValidateBridgeOptions : IValidateOptions<BridgeOptions>;
