using System.Text.RegularExpressions;
using Tmcp.Publisher.Input;

namespace Tmcp.Publisher.Settings;

/// <summary>Text of the forms that the settings ask for.</summary>
internal static partial class SettingsText
{
    /// <summary>A DNS name or an IPv4 address.</summary>
    internal static string? AsHost(this JsonPlace place) => Checked(place, Host(), "a DNS name or an IPv4 address, without scheme and port");

    internal static string? AsRegistry(this JsonPlace place) => Checked(place, Registry(), "a registry with or without a path, such as 'ghcr.io/owner'");

    internal static string? AsStorePath(this JsonPlace place) => Checked(place, StorePath(), "a path in the secret store, such as 'tmcp' or 'tmcp/staging'");

    internal static string? AsGitUrl(this JsonPlace place) =>
        Checked(place, GitUrl(), "the address of a Git repository without user and password, such as 'https://git.example.org/tmcp/gitops.git'");

    internal static string? AsBucket(this JsonPlace place) => Checked(place, Bucket(), "the name of a bucket: 3 to 63 lower case letters, digits, dots and dashes");

    internal static string? AsBucketPrefix(this JsonPlace place) => Checked(place, BucketPrefix(), "the start of names in a bucket, such as 'prod/'");

    internal static string? AsServerUrl(this JsonPlace place) =>
        Checked(place, ServerUrl(), "the address of a server without user, password and path, such as 'https://minio.example.org:9000'");

    private static string? Checked(JsonPlace place, Regex form, string description)
    {
        if (place.AsText() is not { } text)
            return null;
        if (form.IsMatch(text))
            return text;

        // An address may hold a password: the value is not repeated.
        place.Refuse($"has to be {description}.");
        return null;
    }

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Host();

    [GeneratedRegex("^[a-z0-9]+([._:-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Registry();

    [GeneratedRegex("^[A-Za-z0-9_-]+(/[A-Za-z0-9_.-]+)*\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex StorePath();

    [GeneratedRegex("^(https?://[^@/\\s]+/[^\\s]+|ssh://[^:\\s]+/[^\\s]+|git@[^:\\s]+:[^\\s]+)\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex GitUrl();

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Bucket();

    [GeneratedRegex("^([A-Za-z0-9._-]+/?)*\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex BucketPrefix();

    [GeneratedRegex("^https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9][0-9]{0,4})?\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ServerUrl();
}
