using System.Text.Json.Nodes;
using TmcpEmulators.Ollama.Conversation;
using TmcpEmulators.Ollama.Rules.Generators.Writers;
using TmcpEmulators.Ollama.Rules.Schemas;

namespace TmcpEmulators.Ollama.Rules.Generators;

/// <summary>Answers the agent's generators: says something with the records' own words, and puts it into the form that the request demands.</summary>
internal static class Generator
{
    public static ModelReply Answer(TaskPrompt prompt, ModelRequest request)
    {
        var draft = new Draft(prompt);
        if (prompt.Name == GeneratorNames.Worksheet)
            return ModelReply.Say(WorksheetWriter.Write(draft));

        var wanted = Write(draft);
        return ModelReply.Say(request.Format?.Schema is { } schema
            ? SchemaWriter.Write(schema, PromptFacts.Read(request.Turns), wanted)
            : SchemaWriter.Write(wanted));
    }

    private static JsonObject Write(Draft draft) => draft.Prompt.Name switch
    {
        GeneratorNames.Brand => BrandWriter.Write(draft),
        GeneratorNames.Persona => PersonaWriter.Write(draft),
        GeneratorNames.Strategy => StrategyWriter.Write(draft),
        GeneratorNames.Master => MasterWriter.Write(draft),
        GeneratorNames.Variant => VariantWriter.Write(draft),
        GeneratorNames.Angles => new JsonObject { ["angles"] = AngleWriter.Write(draft) },
        GeneratorNames.Briefs => new JsonObject { ["briefs"] = AngleWriter.Write(draft) },
        _ => new JsonObject { ["flags"] = FlagWriter.Write(draft) },
    };
}
