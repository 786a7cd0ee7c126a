using System.Text.Json;
using System.Text.Json.Nodes;
using TmcpEmulators.Discord.Inbox;

namespace TmcpEmulators.Discord.Webhooks;

/// <summary>The body of an execute or edit request, after Discord's limits were applied.</summary>
internal sealed record MessageBody(string? Content, IReadOnlyList<Embed>? Embeds, string? Username, string? AvatarUrl, bool Tts)
{
    private const int MaxContent = 2000;
    private const int MaxEmbeds = 10;
    private const int MaxEmbedText = 6000;

    private bool IsEmpty => string.IsNullOrWhiteSpace(Content) && Embeds is null or { Count: 0 };

    /// <summary>The body, or the error to answer with.</summary>
    public static (MessageBody? Body, ApiError? Error) Parse(byte[] json, bool isEdit)
    {
        JsonObject root;
        try
        {
            if (JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) is not JsonObject parsed)
                return (null, ApiError.InvalidJson);
            root = parsed;
        }
        catch (JsonException)
        {
            return (null, ApiError.InvalidJson);
        }

        try
        {
            return Read(root, isEdit);
        }
        catch (InvalidOperationException)
        {
            return (null, ApiError.InvalidJson); // half of a surrogate pair, which the parser lets through
        }
    }

    private static (MessageBody? Body, ApiError? Error) Read(JsonObject root, bool isEdit)
    {
        var errors = new FormErrors();
        var reader = new BodyReader(root, "", errors);
        var body = new MessageBody(
            reader.Text("content", MaxContent) ?? (isEdit && reader.Has("content") ? "" : null),
            reader.List("embeds", MaxEmbeds)?.Select(embed => ReadEmbed(embed)).ToList(),
            reader.Text("username", 80),
            reader.Url("avatar_url"),
            reader.Flag("tts"));
        if (body.Username is { } name && (name.Contains("discord", StringComparison.OrdinalIgnoreCase) || name.Contains("clyde", StringComparison.OrdinalIgnoreCase)))
            errors.Add("username", "USERNAME_INVALID_CONTAINS", $"Username cannot contain \"{(name.Contains("clyde", StringComparison.OrdinalIgnoreCase) ? "clyde" : "discord")}\"");
        if (body.Embeds?.Sum(embed => embed.TextLength) > MaxEmbedText)
            errors.Add("embeds", "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MaxEmbedText}");
        if (errors.Any)
            return (null, ApiError.Invalid(errors.Tree));
        return !isEdit && body.IsEmpty ? (null, ApiError.EmptyMessage) : (body, null);
    }

    private static Embed ReadEmbed(BodyReader embed) => new()
    {
        Title = embed.Text("title", 256),
        Description = embed.Text("description", 4096),
        Url = embed.Url("url"),
        Timestamp = embed.Time("timestamp"),
        Color = embed.Color("color"),
        Footer = embed.Object("footer") is { } footer ? new EmbedFooter(footer.Text("text", 2048, required: true), footer.Url("icon_url")) : null,
        Author = embed.Object("author") is { } author ? new EmbedAuthor(author.Text("name", 256, required: true), author.Url("url"), author.Url("icon_url")) : null,
        Fields = embed.List("fields", 25)?.Select(field => new EmbedField(
            field.Text("name", 256, required: true), field.Text("value", 1024, required: true), field.Flag("inline"))).ToList(),
    };
}
