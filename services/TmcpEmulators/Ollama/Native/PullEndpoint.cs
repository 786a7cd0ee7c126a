using TmcpEmulators.Ollama.Catalog;
using TmcpEmulators.Ollama.Hosting;

namespace TmcpEmulators.Ollama.Native;

/// <summary><c>/api/pull</c>: reports what a pull reports, and puts the model into the list.</summary>
internal static class PullEndpoint
{
    public static void MapPull(this WebApplication app) => app.MapPost("/api/pull", PullAsync);

    private static async Task PullAsync(HttpContext context, ModelCatalog catalog, OllamaSettings settings, TimeProvider clock)
    {
        var reference = await RequestBody.ReadAsync(context, OllamaJson.Wire.ModelReference);
        if (!ModelName.IsValid(reference.Wanted))
            throw ApiException.BadRequest("invalid model name");

        var lines = Pull(reference.Wanted!, catalog);
        if (reference.Stream == false)
        {
            var last = lines.Last();
            if (last.Error is { } error)
                throw new ApiException(StatusCodes.Status500InternalServerError, error);
            await TypedResults.Json(last, OllamaJson.Wire.PullProgress).ExecuteAsync(context);
            return;
        }

        await using var stream = new JsonLines(context, settings.TokenDelay, clock);
        foreach (var line in lines)
            await stream.WriteAsync(line, OllamaJson.Wire.PullProgress);
    }

    private static IEnumerable<PullProgress> Pull(string name, ModelCatalog catalog)
    {
        yield return new PullProgress { Status = "pulling manifest" };

        var model = new InstalledModel(ModelName.WithTag(name), default);
        for (var completed = 0L; completed <= InstalledModel.Size; completed += InstalledModel.Size / 4)
        {
            yield return new PullProgress
            {
                Status = $"pulling {model.Digest[..12]}",
                Digest = $"sha256:{model.Digest}",
                Total = InstalledModel.Size,
                Completed = completed,
            };
        }

        yield return new PullProgress { Status = "verifying sha256 digest" };
        yield return new PullProgress { Status = "writing manifest" };
        yield return catalog.TryAdd(name)
            ? new PullProgress { Status = "success" }
            : new PullProgress { Error = $"the emulator holds {ModelCatalog.Capacity} models at most; delete one before pulling '{name}'" };
    }
}
