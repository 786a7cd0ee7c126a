using System.Buffers.Text;
using System.Security.Cryptography;

namespace TmcpEmulators.Elasticsearch.Api;

/// <summary>Ids for documents that came without one: 20 characters, as Elasticsearch makes them.</summary>
internal static class DocumentIds
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(15));
}
