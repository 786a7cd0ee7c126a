namespace TmcpEmulators.Ollama;

/// <summary>What a person who starts the emulator by hand sees first.</summary>
internal static class Banner
{
    public static void Write(TextWriter output, IEnumerable<string> addresses, OllamaSettings settings)
    {
        output.WriteLine("This is TMCP's emulator of Ollama: rules answer, there is no language model behind it.");
        output.WriteLine($"  listening  {string.Join("  ", addresses)}");
        output.WriteLine($"  models     {(settings.Models.Count == 0 ? "none (pull one)" : string.Join(", ", settings.Models))}");
        output.WriteLine("  try        curl <address>/api/tags");
    }
}
