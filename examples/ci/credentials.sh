# To be sourced: `. ci/credentials.sh`. Takes on a role of AWS with the token that the CI server signed for this job.
#
#   CORBEL_TOKEN  the token (OpenID Connect); in a variable, since GitLab hands it over in one
#   AWS_ROLE_ARN  the role
#
# Corbel, as every program with an SDK of AWS, reads AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN. GitHub has an action for this.
: "${CORBEL_TOKEN:?}" "${AWS_ROLE_ARN:?}"
AWS_WEB_IDENTITY_TOKEN_FILE=$(mktemp)
printf '%s' "$CORBEL_TOKEN" > "$AWS_WEB_IDENTITY_TOKEN_FILE"
unset CORBEL_TOKEN
export AWS_WEB_IDENTITY_TOKEN_FILE AWS_ROLE_ARN
