using TmcpEmulators.Ollama.Catalog;
using TmcpEmulators.Ollama.Hosting;

namespace TmcpEmulators.Ollama.OpenAi;

/// <summary><c>GET /v1/models</c> and <c>GET /v1/models/{id}</c>, where an id may contain slashes.</summary>
internal static class OpenAiModelEndpoints
{
    public static void MapOpenAiModels(this WebApplication app)
    {
        app.MapGet("/v1/models", (ModelCatalog catalog) =>
            TypedResults.Json(new OpenAiModelList([.. catalog.List().Select(ToWire)]), OllamaJson.Wire.OpenAiModelList));
        app.MapGet("/v1/models/{*id}", (string id, ModelCatalog catalog) =>
            catalog.Find(id) is { } model
                ? TypedResults.Json(ToWire(model), OllamaJson.Wire.OpenAiModel)
                : throw new ApiException(StatusCodes.Status404NotFound, $"model '{id}' not found"));
    }

    private static OpenAiModel ToWire(InstalledModel model) => new(model.Name, model.ModifiedAt.ToUnixTimeSeconds());
}
