using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

/// <summary>It was done.</summary>
public partial class SetInstanceProtectionResponse : AmazonWebServiceResponse { }
