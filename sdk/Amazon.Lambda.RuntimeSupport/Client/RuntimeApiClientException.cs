namespace Amazon.Lambda.RuntimeSupport.Client;

/// <summary>The Runtime API refused; there is no going on.</summary>
internal sealed class RuntimeApiClientException(string message, int statusCode, string response)
    : Exception($"{message}\n\nStatus: {statusCode}\nResponse: \n{response[..Math.Min(response.Length, 512)]}");
