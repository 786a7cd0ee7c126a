using TmcpEmulators.Ollama.Catalog;
using TmcpEmulators.Ollama.Hosting;

namespace TmcpEmulators.Ollama.Native;

/// <summary>What is installed, what is loaded, and taking a model away.</summary>
internal static class ModelEndpoints
{
    private static readonly string[] GetAndHead = ["GET", "HEAD"];

    public static void MapModels(this WebApplication app)
    {
        app.MapMethods("/api/tags", GetAndHead, (ModelCatalog catalog) =>
            TypedResults.Json(new ModelList([.. catalog.List().Select(Installed)]), OllamaJson.Wire.ModelList));
        app.MapGet("/api/ps", (LoadedModels loaded) =>
            TypedResults.Json(new ModelList([.. loaded.List().Select(entry => Loaded(entry.Model, entry.ExpiresAt))]), OllamaJson.Wire.ModelList));
        app.MapPost("/api/show", ShowAsync);
        app.MapDelete("/api/delete", DeleteAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext context, ModelCatalog catalog)
    {
        var wanted = await NameAsync(context);
        var model = catalog.Find(wanted) ?? throw new ApiException(StatusCodes.Status404NotFound, $"model '{wanted}' not found");
        var description = new ModelDescription
        {
            Modelfile = $"# The rule model of TMCP's emulator, under the name of a model.\nFROM {model.Name}\n",
            ModifiedAt = WireTime.Format(model.ModifiedAt),
        };
        return TypedResults.Json(description, OllamaJson.Wire.ModelDescription);
    }

    private static async Task<IResult> DeleteAsync(HttpContext context, ModelCatalog catalog)
    {
        var wanted = await NameAsync(context);
        return catalog.Remove(wanted)
            ? TypedResults.Ok()
            : throw new ApiException(StatusCodes.Status404NotFound, $"model '{wanted}' not found");
    }

    private static async Task<string> NameAsync(HttpContext context)
    {
        var reference = await RequestBody.ReadAsync(context, OllamaJson.Wire.ModelReference);
        return ModelName.IsValid(reference.Wanted) ? reference.Wanted! : throw ApiException.BadRequest("model is required");
    }

    private static ModelSummary Installed(InstalledModel model) =>
        new(model.Name, model.Name, InstalledModel.Size, model.Digest, ModelDetails.Rules) { ModifiedAt = WireTime.Format(model.ModifiedAt) };

    private static ModelSummary Loaded(InstalledModel model, DateTimeOffset expiresAt) =>
        new(model.Name, model.Name, InstalledModel.Size, model.Digest, ModelDetails.Rules) { ExpiresAt = WireTime.Format(expiresAt), SizeVram = 0 };
}
