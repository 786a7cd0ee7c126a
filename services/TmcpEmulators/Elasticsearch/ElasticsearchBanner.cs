namespace TmcpEmulators.Elasticsearch;

/// <summary>What a person who starts the emulator by hand sees first.</summary>
internal static class ElasticsearchBanner
{
    public static void Write(TextWriter output, IEnumerable<string> addresses, ElasticsearchSettings settings)
    {
        output.WriteLine($"This is TMCP's emulator of Elasticsearch {ElasticsearchSettings.Version}: it reads every document for every search.");
        output.WriteLine($"  listening  {string.Join("  ", addresses)}");
        output.WriteLine($"  data       {settings.DataFolder ?? "in memory only"}");
        output.WriteLine($"  keeps      {settings.MaxBytes / 1024 / 1024} MiB of documents, {settings.MaxAge.TotalDays:0.##} days");
        output.WriteLine("  try        curl <address>/_cat/indices?v");
    }
}
