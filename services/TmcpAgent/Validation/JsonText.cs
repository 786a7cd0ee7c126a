using System.Text.Json;

namespace Tmcp.Agent.Validation;

internal static class JsonText
{
    /// <summary>False for JSON with halves of surrogate pairs: it passes the parser and fails every use.</summary>
    public static bool IsWritable(JsonElement element)
    {
        try
        {
            using var written = new Utf8JsonWriter(Stream.Null);
            element.WriteTo(written);
            return true;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }
}
