using System.Diagnostics;

namespace Aspire.Hosting;

/// <summary>A value that a user is asked for.</summary>
[DebuggerDisplay("{Name}: {InputType}")]
public sealed class InteractionInput
{
    /// <summary>The name by which the value is found.</summary>
    public required string Name { get; init; }

    /// <summary>The text beside the field. Null: <see cref="Name"/>.</summary>
    public string? Label { get; init; }

    /// <summary>A sentence about the value.</summary>
    public string? Description { get; init; }

    /// <summary>Whether <see cref="Description"/> is Markdown.</summary>
    public bool EnableDescriptionMarkdown { get; init; }

    /// <summary>How it is entered.</summary>
    public required InputType InputType { get; init; }

    /// <summary>Whether it has to be given.</summary>
    public bool Required { get; init; }

    /// <summary>The options of a choice: value and text.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Options { get; set; }

    /// <summary>The value, or the one proposed.</summary>
    public string? Value { get; set; }

    /// <summary>The text of the empty field.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Whether another value than an option may be entered.</summary>
    public bool AllowCustomChoice { get; init; }

    /// <summary>Whether the field is shown but cannot be edited.</summary>
    public bool Disabled { get; set; }

    /// <summary>The longest text in characters; null for no limit.</summary>
    public int? MaxLength { get; init; }
}
