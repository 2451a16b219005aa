using System;
using System.Text;
using Amazon.Util;

namespace Amazon.Lambda.Model;

public partial class InvokeRequest
{
    /// <summary>The input as text; setting it sets PayloadStream.</summary>
    public string Payload
    {
        get => PayloadStream is null ? null : Encoding.UTF8.GetString(PayloadStream.ToArray());
        set => PayloadStream = value is null ? null : AWSSDKUtils.GenerateMemoryStreamFromString(value);
    }

    /// <summary>The client's context as JSON; setting it sets ClientContextBase64.</summary>
    public string ClientContext
    {
        get =>
            ClientContextBase64 is null ? null : Encoding.UTF8.GetString(Convert.FromBase64String(ClientContextBase64));
        set => ClientContextBase64 = value is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(value));
    }
}
