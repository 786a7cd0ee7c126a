using System.Text.RegularExpressions;

namespace Tmcp.Publisher.Input;

/// <summary>Text of the forms that Kubernetes asks for.</summary>
internal static partial class KubernetesText
{
    private const int LongestLabel = 63;

    /// <summary>A DNS label: 1 to 63 of a-z, 0-9 and '-', which begins with a letter and ends with a letter or a digit.</summary>
    internal static bool IsLabel(string text) => text.Length <= LongestLabel && Label().IsMatch(text);

    /// <summary>The name of an environment variable that Kubernetes takes.</summary>
    internal static bool IsVariable(string text) => Variable().IsMatch(text);

    internal static string? AsLabel(this JsonPlace place) =>
        Checked(place, IsLabel, $"1 to {LongestLabel} of a-z, 0-9 and '-', beginning with a letter and ending with a letter or a digit");

    internal static string? AsQuantity(this JsonPlace place) => Checked(place, text => Quantity().IsMatch(text) && text.AsSpan().ContainsAnyInRange('1', '9'), "a quantity such as '100m', '128Mi' or '2Gi'");

    internal static string? AsSchedule(this JsonPlace place) => Checked(place, Schedule().IsMatch, "five fields of a cron expression such as '17 2 * * *'");

    internal static string? AsImageName(this JsonPlace place) => Checked(place, ImageName().IsMatch, "a repository without registry and tag, such as 'tmcp-agents'");

    private static string? Checked(JsonPlace place, Func<string, bool> isLegal, string form)
    {
        if (place.AsText() is not { } text)
            return null;
        if (isLegal(text))
            return text;

        place.Refuse($"is '{text}', and has to be {form}.");
        return null;
    }

    [GeneratedRegex("^[a-z]([a-z0-9-]*[a-z0-9])?\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    [GeneratedRegex("^[A-Za-z_.-][A-Za-z0-9_.-]*\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();

    [GeneratedRegex("^(0|[1-9][0-9]{0,14})(\\.[0-9]{1,3})?(m|k|M|G|T|Ki|Mi|Gi|Ti)?\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Quantity();

    [GeneratedRegex("^[0-9*,/A-Z-]+( [0-9*,/A-Z-]+){4}\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Schedule();

    [GeneratedRegex("^[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ImageName();
}
