using System.Text.Json;
using Tmcp.Bridge.Results;

namespace Tmcp.Bridge.Tools;

internal static class TotalItems
{
    /// <summary>Reads 5 out of <c>{"items":[{"id":"x"}],"page":1,"perPage":1,"totalItems":5,"totalPages":5}</c>.</summary>
    public static long Read(ReadOnlySpan<byte> list)
    {
        var reader = new Utf8JsonReader(list);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                continue;
            var isTotal = reader.ValueTextEquals("totalItems"u8);
            reader.Read();
            if (isTotal && reader.TokenType == JsonTokenType.Number)
                return reader.GetInt64();
            reader.Skip();
        }

        throw new CallFailedException("PocketBase's list has no totalItems. Check that POCKETBASE_URL is a PocketBase server.");
    }
}
