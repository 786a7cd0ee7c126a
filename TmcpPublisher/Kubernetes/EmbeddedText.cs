namespace Tmcp.Publisher.Kubernetes;

/// <summary>Texts in other languages that lie beside the code which writes them into objects.</summary>
internal static class EmbeddedText
{
    /// <summary>A text by its path below this folder, with dots: <c>ArgoCd.application-health.lua</c>.</summary>
    internal static string Read(string name)
    {
        var full = $"{typeof(EmbeddedText).Namespace}.{name}";
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(full)
            ?? throw new InvalidOperationException($"The text '{full}' is not in the program. Add its file to the EmbeddedResource items of the project.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
