using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Nothing but that the call was taken.</summary>
public partial class SendTaskHeartbeatResponse : AmazonWebServiceResponse { }
