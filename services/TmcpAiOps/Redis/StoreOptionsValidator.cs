using Microsoft.Extensions.Options;

namespace Tmcp.AiOps.Redis;

[OptionsValidator]
internal sealed partial class StoreOptionsValidator : IValidateOptions<StoreOptions>;
