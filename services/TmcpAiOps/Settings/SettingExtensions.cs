using Microsoft.Extensions.Options;

namespace Tmcp.AiOps.Settings;

/// <summary>Settings by the names that the cluster's manifests use.</summary>
internal static class SettingExtensions
{
    /// <summary>Applies a flat configuration key, usually an environment variable, when it is set and not blank.</summary>
    public static OptionsBuilder<TOptions> WithSetting<TOptions>(
        this OptionsBuilder<TOptions> options, string key, Action<TOptions, string> apply)
        where TOptions : class =>
        options.Configure<IConfiguration>((target, configuration) =>
        {
            if (configuration[key] is { } value && !string.IsNullOrWhiteSpace(value))
                apply(target, value.Trim());
        });

    /// <summary>An address as typed; one that cannot be parsed is kept as it is, for validation to name it.</summary>
    public static Uri ToAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address) ? address : new Uri(Uri.EscapeDataString(value), UriKind.Relative);

    /// <summary>An address below another one, whether that ends in a slash or not.</summary>
    public static Uri Below(this Uri server, string path) => new($"{server.AbsoluteUri.TrimEnd('/')}/{path}");
}
