using Amazon.BedrockRuntime;

namespace SonicBridge.Bridge.Sonic;

/// <summary>What a session is opened with.</summary>
/// <param name="Bedrock">Signs all of a stream with one key.</param>
/// <param name="CredentialsEnd">When that key ends; null when it does not.</param>
internal sealed record ModelAccess(IAmazonBedrockRuntime Bedrock, DateTimeOffset? CredentialsEnd);
