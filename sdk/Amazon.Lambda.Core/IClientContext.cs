namespace Amazon.Lambda.Core;

/// <summary>What a client that uses the AWS Mobile SDK tells about itself.</summary>
public interface IClientContext
{
    IDictionary<string, string> Environment { get; }

    IClientApplication Client { get; }

    /// <summary>Values of the client's own choice.</summary>
    IDictionary<string, string> Custom { get; }
}
