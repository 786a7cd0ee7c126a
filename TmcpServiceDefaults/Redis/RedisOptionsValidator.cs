using Microsoft.Extensions.Options;

namespace Tmcp.ServiceDefaults.Redis;

[OptionsValidator]
internal sealed partial class RedisOptionsValidator : IValidateOptions<RedisOptions>;
