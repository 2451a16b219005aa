using Amazon.Runtime;

namespace Amazon.Connect;

/// <summary>Why a file was refused.</summary>
public class AttachedFileInvalidRequestExceptionReason(string value) : ConstantClass(value)
{
    public static readonly AttachedFileInvalidRequestExceptionReason INVALID_FILE_NAME = new("INVALID_FILE_NAME");
    public static readonly AttachedFileInvalidRequestExceptionReason INVALID_FILE_SIZE = new("INVALID_FILE_SIZE");
    public static readonly AttachedFileInvalidRequestExceptionReason INVALID_FILE_TYPE = new("INVALID_FILE_TYPE");

    public static AttachedFileInvalidRequestExceptionReason FindValue(string value) =>
        FindValue<AttachedFileInvalidRequestExceptionReason>(value);

    public static implicit operator AttachedFileInvalidRequestExceptionReason(string value) => FindValue(value);
}

/// <summary>Which quota of files is used up.</summary>
public class AttachedFileServiceQuotaExceededExceptionReason(string value) : ConstantClass(value)
{
    public static readonly AttachedFileServiceQuotaExceededExceptionReason TOTAL_FILE_COUNT_EXCEEDED = new(
        "TOTAL_FILE_COUNT_EXCEEDED"
    );
    public static readonly AttachedFileServiceQuotaExceededExceptionReason TOTAL_FILE_SIZE_EXCEEDED = new(
        "TOTAL_FILE_SIZE_EXCEEDED"
    );

    public static AttachedFileServiceQuotaExceededExceptionReason FindValue(string value) =>
        FindValue<AttachedFileServiceQuotaExceededExceptionReason>(value);

    public static implicit operator AttachedFileServiceQuotaExceededExceptionReason(string value) => FindValue(value);
}

/// <summary>Whether a module is in use.</summary>
public class ContactFlowModuleState(string value) : ConstantClass(value)
{
    public static readonly ContactFlowModuleState ACTIVE = new("ACTIVE");
    public static readonly ContactFlowModuleState ARCHIVED = new("ARCHIVED");

    public static ContactFlowModuleState FindValue(string value) => FindValue<ContactFlowModuleState>(value);

    public static implicit operator ContactFlowModuleState(string value) => FindValue(value);
}

/// <summary>Whether a module is published.</summary>
public class ContactFlowModuleStatus(string value) : ConstantClass(value)
{
    public static readonly ContactFlowModuleStatus PUBLISHED = new("PUBLISHED");
    public static readonly ContactFlowModuleStatus SAVED = new("SAVED");

    public static ContactFlowModuleStatus FindValue(string value) => FindValue<ContactFlowModuleStatus>(value);

    public static implicit operator ContactFlowModuleStatus(string value) => FindValue(value);
}

/// <summary>Whether a flow is in use.</summary>
public class ContactFlowState(string value) : ConstantClass(value)
{
    public static readonly ContactFlowState ACTIVE = new("ACTIVE");
    public static readonly ContactFlowState ARCHIVED = new("ARCHIVED");

    public static ContactFlowState FindValue(string value) => FindValue<ContactFlowState>(value);

    public static implicit operator ContactFlowState(string value) => FindValue(value);
}

/// <summary>Whether a flow is published.</summary>
public class ContactFlowStatus(string value) : ConstantClass(value)
{
    public static readonly ContactFlowStatus PUBLISHED = new("PUBLISHED");
    public static readonly ContactFlowStatus SAVED = new("SAVED");

    public static ContactFlowStatus FindValue(string value) => FindValue<ContactFlowStatus>(value);

    public static implicit operator ContactFlowStatus(string value) => FindValue(value);
}

/// <summary>The kind of a flow.</summary>
public class ContactFlowType(string value) : ConstantClass(value)
{
    public static readonly ContactFlowType AGENT_HOLD = new("AGENT_HOLD");
    public static readonly ContactFlowType AGENT_TRANSFER = new("AGENT_TRANSFER");
    public static readonly ContactFlowType AGENT_WHISPER = new("AGENT_WHISPER");
    public static readonly ContactFlowType CAMPAIGN = new("CAMPAIGN");
    public static readonly ContactFlowType CONTACT_FLOW = new("CONTACT_FLOW");
    public static readonly ContactFlowType CUSTOMER_HOLD = new("CUSTOMER_HOLD");
    public static readonly ContactFlowType CUSTOMER_QUEUE = new("CUSTOMER_QUEUE");
    public static readonly ContactFlowType CUSTOMER_WHISPER = new("CUSTOMER_WHISPER");
    public static readonly ContactFlowType OUTBOUND_WHISPER = new("OUTBOUND_WHISPER");
    public static readonly ContactFlowType QUEUE_TRANSFER = new("QUEUE_TRANSFER");

    public static ContactFlowType FindValue(string value) => FindValue<ContactFlowType>(value);

    public static implicit operator ContactFlowType(string value) => FindValue(value);
}

/// <summary>Where an instance's users are kept.</summary>
public class DirectoryType(string value) : ConstantClass(value)
{
    public static readonly DirectoryType CONNECT_MANAGED = new("CONNECT_MANAGED");
    public static readonly DirectoryType EXISTING_DIRECTORY = new("EXISTING_DIRECTORY");
    public static readonly DirectoryType SAML = new("SAML");

    public static DirectoryType FindValue(string value) => FindValue<DirectoryType>(value);

    public static implicit operator DirectoryType(string value) => FindValue(value);
}

/// <summary>How far a replica is.</summary>
public class InstanceReplicationStatus(string value) : ConstantClass(value)
{
    public static readonly InstanceReplicationStatus INSTANCE_REPLICATION_COMPLETE = new(
        "INSTANCE_REPLICATION_COMPLETE"
    );
    public static readonly InstanceReplicationStatus INSTANCE_REPLICATION_DELETION_FAILED = new(
        "INSTANCE_REPLICATION_DELETION_FAILED"
    );
    public static readonly InstanceReplicationStatus INSTANCE_REPLICATION_FAILED = new("INSTANCE_REPLICATION_FAILED");
    public static readonly InstanceReplicationStatus INSTANCE_REPLICATION_IN_PROGRESS = new(
        "INSTANCE_REPLICATION_IN_PROGRESS"
    );
    public static readonly InstanceReplicationStatus INSTANCE_REPLICA_DELETING = new("INSTANCE_REPLICA_DELETING");
    public static readonly InstanceReplicationStatus RESOURCE_REPLICATION_NOT_STARTED = new(
        "RESOURCE_REPLICATION_NOT_STARTED"
    );

    public static InstanceReplicationStatus FindValue(string value) => FindValue<InstanceReplicationStatus>(value);

    public static implicit operator InstanceReplicationStatus(string value) => FindValue(value);
}

/// <summary>Whether an instance can be used.</summary>
public class InstanceStatus(string value) : ConstantClass(value)
{
    public static readonly InstanceStatus ACTIVE = new("ACTIVE");
    public static readonly InstanceStatus CREATION_FAILED = new("CREATION_FAILED");
    public static readonly InstanceStatus CREATION_IN_PROGRESS = new("CREATION_IN_PROGRESS");

    public static InstanceStatus FindValue(string value) => FindValue<InstanceStatus>(value);

    public static implicit operator InstanceStatus(string value) => FindValue(value);
}
