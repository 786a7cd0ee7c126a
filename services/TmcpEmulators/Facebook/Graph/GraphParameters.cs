using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using TmcpEmulators.Facebook.Posts;

namespace TmcpEmulators.Facebook.Graph;

/// <summary>The parameters of a call: from the address, from a form with or without files, or from a JSON body.</summary>
internal sealed class GraphParameters
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The file that came as <c>source</c>; null for none.</summary>
    public byte[]? Source { get; private set; }

    /// <summary>The token, as the <c>access_token</c> or as a bearer.</summary>
    public string? Token { get; private set; }

    public static async Task<GraphParameters> ReadAsync(HttpContext context)
    {
        var parameters = new GraphParameters();
        parameters.Add(TokenFreeQuery.Of(context));
        var request = context.Request;
        if (request.HasFormContentType)
            await parameters.AddFormAsync(await request.ReadFormAsync(context.RequestAborted), context.RequestAborted);
        else if (request.HasJsonContentType())
            await parameters.AddJsonAsync(request.Body, context.RequestAborted);

        var bearer = request.Headers.Authorization.ToString();
        parameters.Token = parameters.Text("access_token")
            ?? (bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || bearer.StartsWith("OAuth ", StringComparison.OrdinalIgnoreCase) ? bearer[(bearer.IndexOf(' ') + 1)..].Trim() : null);
        parameters._values.Remove("access_token");
        return parameters;
    }

    /// <summary>A text; null when it is absent or empty.</summary>
    public string? Text(string name) => _values.GetValueOrDefault(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    /// <summary>True unless the call says otherwise.</summary>
    /// <exception cref="FormatException">It is no boolean.</exception>
    public bool Flag(string name) => Text(name) switch
    {
        null or "true" or "1" => true,
        "false" or "0" => false,
        _ => throw new FormatException($"Param {name} must be a boolean"),
    };

    /// <summary>Seconds since 1970, or a date; null when absent.</summary>
    /// <exception cref="FormatException">It is no time.</exception>
    public DateTimeOffset? Time(string name) => Text(name) is not { } text
        ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time
                : throw new FormatException($"Param {name} must be a valid date time");

    /// <summary>An address of the web; null when absent.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public string? Address(string name) => Text(name) is not { } text
        ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? text : throw new FormatException($"{name} should represent a valid URL");

    private void Add(IEnumerable<KeyValuePair<string, StringValues>> values)
    {
        foreach (var (name, value) in values)
            _values[name] = value.ToString();
    }

    private async Task AddFormAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        Add(form);
        if (form.Files.GetFile("source") is not { } file)
            return;
        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, cancellationToken);
        Source = buffer.Length <= Picture.MaxBytes ? buffer.ToArray() : [];
    }

    private async Task AddJsonAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            foreach (var member in json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.EnumerateObject().ToArray() : [])
                _values[member.Name] = member.Value.ToString();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // As Facebook: a body that is no JSON has no parameters.
        }
    }
}
