using System.Text.Json.Nodes;

namespace PocketBase.Tests.Schema;

/// <summary>Writes a field's definition in the notation of <c>expected-schema.txt</c>.</summary>
internal static class FieldText
{
    private const int DefaultTextLimit = 5000;
    private const int DefaultFileLimit = 5 * 1024 * 1024;

    public static string Of(JsonObject field, Dictionary<string, string> collectionNames)
    {
        var mark = (bool?)field["required"] == true ? "*" : "";
        // A password is always hidden; for other fields it is a decision.
        var hidden = (bool)field["hidden"]! && (string)field["type"]! != "password" ? " hidden" : "";
        return $"{field["name"]}{mark} {Kind(field, collectionNames)}{hidden}";
    }

    private static string Kind(JsonObject field, Dictionary<string, string> collectionNames) => (string)field["type"]! switch
    {
        "text" => $"text[{field["min"]}-{NotZero(field["max"], DefaultTextLimit)}]",
        "password" => $"password[{field["min"]}]",
        "number" when field["min"] is not null || field["max"] is not null => $"number[{field["min"]}-{field["max"]}]",
        "select" => $"select{{{Words(field["values"])}}}",
        "file" => $"file({Count(field)}, {NotZero(field["maxSize"], DefaultFileLimit) / 1024 / 1024} MB: {Words(field["mimeTypes"])})",
        "relation" => $"relation({collectionNames[(string)field["collectionId"]!]}, {Count(field)}{((bool)field["cascadeDelete"]! ? ", cascade" : "")})",
        var plain => plain,
    };

    private static int NotZero(JsonNode? value, int otherwise) => (int)value! is var number && number > 0 ? number : otherwise;

    private static int Count(JsonObject field) => NotZero(field["maxSelect"], 1);

    private static string Words(JsonNode? values) => string.Join(' ', values!.AsArray().Select(value => (string)value!));
}
