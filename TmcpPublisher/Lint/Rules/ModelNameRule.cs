using System.Text.RegularExpressions;
using Tmcp.Publisher.Lint.Model;

namespace Tmcp.Publisher.Lint.Rules;

/// <summary>A model is asked for by the exact name that it was installed under.</summary>
internal sealed partial class ModelNameRule() : LintRule("model-name", "a model that is not installed, or whose name is misspelt")
{
    internal override IEnumerable<Finding> Check(Rendering rendering, LintContext context)
        => rendering.Objects.SelectMany(ConfigText.In).Where(IsModel)
            .Select(text => Check(text, context.Options.Models)).OfType<Finding>();

    /// <summary>Whether a text names a model: <c>OLLAMA_MODEL</c>, <c>CHAT_MODEL_NAME</c>.</summary>
    internal static bool IsModel(ConfigText text) => Variable().IsMatch(text.Key) && text.Value.Length > 0 && !text.Value.Contains("$(", StringComparison.Ordinal);

    private Finding? Check(ConfigText text, IReadOnlyList<string>? models)
    {
        if (models is not null)
        {
            return models.Contains(text.Value) || models.Contains($"{text.Value}:latest")
                ? null
                : Report(
                    text.Object,
                    text.Path,
                    $"The model '{text.Value}' is not in the list of models.",
                    NearestName.Find(text.Value, models) is { } nearest ? $"Did you mean '{nearest}'?" : "Install it, or use one of the list.");
        }

        // qwen3:4b-instruct-2507-q4_K_M: the last part says how it is quantised
        var quantisation = text.Value[(text.Value.LastIndexOfAny([':', '-']) + 1)..];
        return !text.Value.Contains(':') || !LikeQuantisation().IsMatch(quantisation) || Quantisation().IsMatch(quantisation)
            ? null
            : Report(text.Object, text.Path, $"The model '{text.Value}' ends in '{quantisation}', which is no quantisation.", $"Write something like '{Corrected(quantisation)}', as the list of installed models has it.");
    }

    // 14_K_M was q4_K_M: a letter read as a digit.
    private static string Corrected(string text) => Quantisation().IsMatch($"q{text[1..]}") ? $"q{text[1..]}" : "q4_K_M";

    [GeneratedRegex("(^|_)MODEL(_NAME|_ID)?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Variable();

    [GeneratedRegex("_(K|[0-9]|NL|XS|XXS)(_|$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex LikeQuantisation();

    [GeneratedRegex("^i?q[1-8]_(K(_(XS|S|M|L|XL))?|[01]|XXS|XS|S|M|NL)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Quantisation();
}
