using TmcpEmulators.Ollama.Rules.Texts;

namespace TmcpEmulators.Ollama.Rules.Generators.Copy;

/// <summary>All sentences of one language.</summary>
internal sealed record CopyBook
{
    /// <summary>The six values of <c>psychological_angle</c>, in the order in which angles are made.</summary>
    public static IReadOnlyList<string> AngleNames { get; } = ["Emotion", "Logic", "Curiosity", "Social Proof", "Fear", "Urgency"];

    /// <summary>By psychological angle.</summary>
    public required IReadOnlyDictionary<string, AngleCopy> Angles { get; init; }

    /// <summary>By funnel stage.</summary>
    public required IReadOnlyDictionary<string, StageCopy> Stages { get; init; }

    /// <summary>By platform.</summary>
    public required IReadOnlyDictionary<string, PlatformCopy> Platforms { get; init; }

    public required MessageCopy Message { get; init; }

    public required ProfileCopy Profile { get; init; }

    public required StrategyCopy Strategy { get; init; }

    public required WorksheetCopy Worksheet { get; init; }

    public required EditorCopy Editor { get; init; }

    public static CopyBook Of(Language language) => language == Language.Vietnamese ? VietnameseCopy.Book : EnglishCopy.Book;

    public AngleCopy Angle(string? name) => Angles.GetValueOrDefault(name ?? "") ?? Angles[AngleNames[0]];

    public StageCopy Stage(string? name) => Stages.GetValueOrDefault(name ?? "") ?? Stages["Awareness"];

    public PlatformCopy Platform(string? name) => Platforms.GetValueOrDefault(name?.ToLowerInvariant() ?? "") ?? Platforms["facebook"];
}
