using System.Text.RegularExpressions;
using Tmcp.Publisher.Graph;
using Tmcp.Publisher.Input;

namespace Tmcp.Publisher.Manifest;

/// <summary>Reads what the facts say of volumes, folders, secrets and backups.</summary>
internal static partial class FactsOfStorage
{
    internal static VolumeFacts ReadVolume(JsonPlace place)
    {
        place.RefuseUnknown("claim", "size");
        return new VolumeFacts(place.Find("claim")?.AsLabel(), place.Find("size")?.AsQuantity(), place.Path);
    }

    internal static MountChoice ReadMount(JsonPlace place)
    {
        switch (place.AsText())
        {
            case "omit":
                return MountChoice.Omit;
            case "volume":
                return MountChoice.Volume;
            case var other:
                place.Refuse($"is '{other}', and has to be 'omit' or 'volume'.");
                return MountChoice.Omit;
        }
    }

    internal static SecretFacts ReadSecret(JsonPlace place)
    {
        place.RefuseUnknown("key", "property", "optional");
        var key = place.Text("key");
        if (key is not null && !StorePath().IsMatch(key))
            place.Find("key")!.Refuse($"is '{key}', and has to be a path in the secret store such as 'tmcp/agent'.");
        var property = place.Text("property");
        if (property is not null && key is null)
            place.Refuse("has a 'property' and no 'key'. Add the key, such as 'tmcp/agent'.");
        if (property is not null && !Property().IsMatch(property))
            place.Find("property")!.Refuse($"is '{property}', and has to be letters, digits, '_', '-' and '.'.");
        return new SecretFacts(key, property, place.Flag("optional"), place.Path);
    }

    internal static string? ReadFolder(JsonPlace place)
    {
        if (place.AsText() is not { } folder)
            return null;
        if (!Folder().IsMatch(folder) || folder.Split('/').Contains(".."))
            place.Refuse($"is '{folder}', and has to be an absolute folder such as '/tmp'.");
        return folder;
    }

    internal static BackupPlan ReadBackup(JsonPlace place)
    {
        place.RefuseUnknown("kind", "schedule", "keep", "size");
        var kind = place.Require("kind")?.AsText() ?? "";
        if (kind is not ("pocketbase" or "redis"))
            place.Refuse($"has the kind '{kind}', and has to be 'pocketbase' or 'redis'.");
        var plan = new BackupPlan(kind);
        return plan with
        {
            Schedule = place.Find("schedule")?.AsSchedule() ?? plan.Schedule,
            Keep = place.Find("keep")?.AsInteger(1, 1000) ?? plan.Keep,
            Size = place.Find("size")?.AsQuantity() ?? plan.Size,
        };
    }

    [GeneratedRegex("^[A-Za-z0-9_-]+(/[A-Za-z0-9_.-]+)*\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex StorePath();

    [GeneratedRegex("^[A-Za-z0-9_.-]+\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Property();

    [GeneratedRegex("^(/[A-Za-z0-9_.-]+)+\\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Folder();
}
